// Whose requests are counted together: an IPv4 address, or the /64 that one line of IPv6 is given. Read, never kept.

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

/** The eight groups of an IPv6 address, or null where it is none. The URL parser reads every way of writing it. */
function groupsOf(address: string): readonly number[] | null {
  if (!address.includes(':') || !/^[\da-f:.]+$/i.test(address)) return null
  const url = `http://[${address}]`
  if (!URL.canParse(url)) return null
  const [before = [], after = []] = new URL(url).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))))
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/** The IPv4 address that an IPv6 one stands for (::ffff:0:0/96, RFC 4291 §2.5.5.2), or null. */
function mappedIn(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : null
}

const isLoopback = (groups: readonly number[]): boolean => groups.join() === '0,0,0,0,0,0,0,1'

/**
 * What stands for whoever asks from an address, e.g. `203.0.113.7` or `2001:db8:0:1::/64`. Null where there is nothing to
 * count by: no address, none that can be read, or the machine's own, as in a copy that runs locally.
 */
export function addressClass(address: string | undefined): string | null {
  const text = address?.trim() ?? ''
  const groups = groupsOf(text)
  const v4 = groups === null ? text : mappedIn(groups)
  if (v4 !== null) return IPV4.test(v4) && !v4.startsWith('127.') ? v4 : null
  if (groups === null || isLoopback(groups)) return null
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}
