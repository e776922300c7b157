// Addresses of the table of access as paths that can be asked for.

/** The path of an address, with a value in each of its places. */
export const pathAt = (address: string, values: Readonly<Record<string, string>>): string =>
  (address.split(' ')[1] ?? '').replace(/:(\w+)/g, (_place, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${address} needs a value for :${name}`)
    return value
  })
