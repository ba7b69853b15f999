/** Names a server as `host:port`, spelt as a parsed address spells it. */

/** Of an address of http or https, the usual port filled in: "xn--12cl1a8bb.go.th:443", "[::1]:80", "127.0.0.1:8080". */
export function hostAndPort({
  protocol,
  hostname,
  port,
}: Pick<URL, 'protocol' | 'hostname' | 'port'>): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}

/** An entry that a person wrote, such as "เทศบาล.ไทย:8080"; null where it is no host with a port. */
export function readHostAndPort(entry: string): string | null {
  if (!/^[^\s/?#@*\\]+:\d{1,5}$/.test(entry)) return null
  const url = URL.parse(`http://${entry}`)
  return url && url.port !== '0' ? hostAndPort(url) : null
}
