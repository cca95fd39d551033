/*
Where a callback may go: http or https to a public address. An address of our own network would let a client of ours ask our neighbours
through us, so it is refused when the subscription is made and again, by what the name resolves to, each time something is sent.
*/
import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'

export interface Destinations {
  /** Names or addresses with their port (`erp.local:8080`) that the operator allows although they are private. */
  readonly allowed: ReadonlySet<string>
  readonly timeoutMilliseconds: number
}

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
const outside = new BlockList()
outside.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2001::', 32],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Public, as far as an address can say. Of IPv6 only what is given out for the open net, without tunnels that hide an IPv4. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && outside.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/** Why nothing may be sent there; null where it may, as far as its text says. */
export function destinationFault(text: unknown, { allowed }: Destinations): string | null {
  if (typeof text !== 'string' || text.length > 1000 || !URL.canParse(text)) return 'dest is not a URL'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'dest is not https or http'
  if (url.username !== '' || url.password !== '') return 'dest holds a user or a password'
  if (allowed.has(url.host)) return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isPublic(host) ? null : 'dest is an address of a private network'
  return /(^|\.)(localhost|local|internal|home\.arpa|lan)$/i.test(host) || !host.includes('.')
    ? 'dest is a name of a private network'
    : null
}

export interface Sending {
  readonly url: string
  readonly body: string
  readonly headers: { readonly [name: string]: string }
}
/** Sends to the very address that was looked at, follows nothing, waits no longer than allowed. Null is done; a text is why not. */
export async function sendTo(destinations: Destinations, { url: text, body, headers }: Sending): Promise<string | null> {
  const fault = destinationFault(text, destinations)
  if (fault !== null) return fault
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [{ address: host, family: isIP(host) }]
  const [first] = found
  if (!first) return 'name-not-found'
  if (!destinations.allowed.has(url.host) && !found.every((one) => isPublic(one.address))) return 'private-address'
  return new Promise((resolve) => {
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = ask(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
        timeout: destinations.timeoutMilliseconds,
        lookup: (_name, options, done) =>
          options.all === true ? done(null, [{ address: first.address, family: first.family }]) : done(null, first.address, first.family),
      },
      (response) => {
        response.destroy()
        const { statusCode = 0 } = response
        resolve(statusCode >= 200 && statusCode < 300 ? null : `answered-${statusCode}`)
      },
    )
    // The timeout of the socket is about silence; this one about the whole.
    const end = setTimeout(() => request.destroy(new Error('timeout')), destinations.timeoutMilliseconds)
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', (error) => resolve(error.message === 'timeout' ? 'timeout' : 'not-reached'))
    request.on('close', () => clearTimeout(end))
    request.end(body)
  })
}

/** Ten seconds (D); `CHANZO_EPCIS_CALLBACKS` names private receivers that are meant, parted by commas: `127.0.0.1:9000,erp.local`. */
export const destinationsFrom = (setting: string | undefined): Destinations => ({
  allowed: new Set(
    (setting ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
  timeoutMilliseconds: 10_000,
})
