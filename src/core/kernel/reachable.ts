// What of a typed text would lead somebody elsewhere: mails carry no address that is not built by us.

/** What a mail program could turn into a link or a telephone number, or a reader could type as one. */
const reachable: readonly RegExp[] = [
  /\.[\p{L}\d]{2,}/u, // foo.com, bit.ly/x, 10.20.30.40
  /\d\.\d+\.\d/, // 1.1.1.1
  /www/i,
  /[./]{2}/, // a way up the folders, two slashes
  /(?:\d[^\p{L}\d]*){6}/u, // 0812 3456 7890, whatever stands between
  /@/,
]

/** Whether a text holds anything like a web address, an e-mail address or a telephone number. */
export const leadsElsewhere = (text: string): boolean => reachable.some((pattern) => pattern.test(text))
