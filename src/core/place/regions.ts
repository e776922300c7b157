// The provinces we hold and their districts (kabupaten and kota), by the ministry's codes.
// Source: Kepmendagri 300.2.2-2430/2025 (codes and names of administrative regions). They stand by name: so people look
// for them.

/** A province whose districts we hold. */
export interface Province {
  /** Two digits, e.g. `35`. */
  readonly code: string
  readonly name: string
}

/** A kabupaten or kota. */
export interface District {
  /** Province and district, two digits each, e.g. `35.07`. */
  readonly code: string
  /** With its rank, since a kabupaten and a kota can share a name; in full, so that it is read aloud as it is said. */
  readonly name: string
  readonly province: string
}

interface Held extends Province {
  readonly districts: Readonly<Record<`${number}.${number}`, string>>
}

const eastJava: Held = {
  code: '35',
  name: 'Jawa Timur',
  districts: {
    '35.26': 'Kabupaten Bangkalan',
    '35.10': 'Kabupaten Banyuwangi',
    '35.05': 'Kabupaten Blitar',
    '35.22': 'Kabupaten Bojonegoro',
    '35.11': 'Kabupaten Bondowoso',
    '35.25': 'Kabupaten Gresik',
    '35.09': 'Kabupaten Jember',
    '35.17': 'Kabupaten Jombang',
    '35.06': 'Kabupaten Kediri',
    '35.24': 'Kabupaten Lamongan',
    '35.08': 'Kabupaten Lumajang',
    '35.19': 'Kabupaten Madiun',
    '35.20': 'Kabupaten Magetan',
    '35.07': 'Kabupaten Malang',
    '35.16': 'Kabupaten Mojokerto',
    '35.18': 'Kabupaten Nganjuk',
    '35.21': 'Kabupaten Ngawi',
    '35.01': 'Kabupaten Pacitan',
    '35.28': 'Kabupaten Pamekasan',
    '35.14': 'Kabupaten Pasuruan',
    '35.02': 'Kabupaten Ponorogo',
    '35.13': 'Kabupaten Probolinggo',
    '35.27': 'Kabupaten Sampang',
    '35.15': 'Kabupaten Sidoarjo',
    '35.12': 'Kabupaten Situbondo',
    '35.29': 'Kabupaten Sumenep',
    '35.03': 'Kabupaten Trenggalek',
    '35.23': 'Kabupaten Tuban',
    '35.04': 'Kabupaten Tulungagung',
    '35.79': 'Kota Batu',
    '35.72': 'Kota Blitar',
    '35.71': 'Kota Kediri',
    '35.77': 'Kota Madiun',
    '35.73': 'Kota Malang',
    '35.76': 'Kota Mojokerto',
    '35.75': 'Kota Pasuruan',
    '35.74': 'Kota Probolinggo',
    '35.78': 'Kota Surabaya',
  },
}

const held: readonly Held[] = [eastJava]

/** The provinces we hold, in the order of their codes. */
export const provinces: readonly Province[] = held.map(({ code, name }) => ({ code, name }))

/**
 * The districts of some provinces, in the order asked for and then by name. Throws for a province whose districts we do not hold: a list with gaps
 * would leave organisations without a place to choose.
 */
export function districtsOf(provinceCodes: readonly string[]): readonly District[] {
  return [...new Set(provinceCodes)].flatMap((code) => {
    const province = held.find((one) => one.code === code)
    if (!province) {
      const known = held.map((one) => `${one.code} ${one.name}`).join(', ')
      throw new Error(
        `No districts are held for province "${code}". Held: ${known}. Add it to core/place/regions.ts.`,
      )
    }
    return Object.entries(province.districts).map(([district, name]) => ({
      code: district,
      name,
      province: province.code,
    }))
  })
}

const labels: ReadonlyMap<string, string> = new Map(
  held.flatMap(({ districts }) => Object.entries(districts)),
)

/** What a district is called, by its Kemendagri code; the code itself where it is none that we hold. */
export const districtLabel = (code: string): string => labels.get(code) ?? code
