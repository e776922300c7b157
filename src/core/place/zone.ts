// The time zone a district lives in. It need not be the network's: a network may span provinces.

/**
 * The provinces of each zone by their Kemendagri codes. WIB: Sumatra, Jawa, West and Central Kalimantan; WITA: the rest
 * of Kalimantan, Sulawesi, Bali and Nusa Tenggara; WIT: Maluku and Papua (Keppres 41/1987, and Kepmendagri
 * 300.2.2-2430/2025 for the codes). Provinces made since 1987 keep the clocks of the one they were part of.
 */
const provincesIn: Readonly<Record<string, string>> = {
  'Asia/Jakarta': '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36',
  'Asia/Pontianak': '61 62',
  'Asia/Makassar': '51 52 53 63 64 65 71 72 73 74 75 76',
  'Asia/Jayapura': '81 82 91 92 93 94 95 96',
}

const zones = new Map(
  Object.entries(provincesIn).flatMap(([zone, codes]) => codes.split(' ').map((code) => [code, zone])),
)

/** The IANA zone of a district by its Kemendagri code (`35.07`), or `otherwise` where its province is not known. */
export const zoneOf = (district: string, otherwise: string): string =>
  zones.get(/^(\d\d)(?:\.|$)/.exec(district)?.[1] ?? '') ?? otherwise

/** The IANA zones in which Indonesians live, from west to east, as they are called there in every language. */
export const ZONES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB (Jakarta, Medan, Surabaya)',
  'Asia/Pontianak': 'WIB (Pontianak, Palangka Raya)',
  'Asia/Makassar': 'WITA (Makassar, Denpasar, Kupang)',
  'Asia/Jayapura': 'WIT (Jayapura, Ambon)',
}
