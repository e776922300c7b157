// Times as the clocks of a network show them.

const clockOf = (moment: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
    .format(moment)
    .replace(' ', 'T')

/** The moment (ms UTC) at which the clocks of a time zone show a time of a day (ISO 8601). */
export function momentOf(day: string, time: `${number}:${number}`, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const offset = (moment: number) => Date.parse(`${clockOf(moment, timeZone)}Z`) - moment
  // The first look may fall on the other side of a change of the clocks; from there the second is right.
  return shown - offset(shown - offset(shown))
}

/** The name of a time zone as IANA writes it, or null where there is none of that name. */
export function timeZoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
