// Time zones as the command line names them.

/** The name of a time zone as IANA writes it, or null where there is none of that name. */
export function timeZoneNamed(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
