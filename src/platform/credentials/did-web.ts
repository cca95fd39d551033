/*
did:web, which names a key document by a host and a path. Only the translation into an address: nothing here calls anybody. An address of the
network instead of a name (in any of its spellings) is refused, because such a DID leads into somebody's own house.
*/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i
const SEGMENT = /^(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-Fa-f]{2})+$/

/** The address of the DID document; throws a sentence for what is no did:web of a named host. */
export function didWebToUrl(did: string): string {
  if (!did.startsWith('did:web:')) throw new Error('not a did:web')
  const [name = '', ...segments] = did.slice('did:web:'.length).split(':')
  const host = hostOf(name)
  if (host === null) throw new Error('a did:web needs the name of a host, with %3A before a port')
  if (!segments.every(isSegment)) throw new Error('a part of the path of this did:web cannot be one')
  return segments.length === 0 ? `https://${host}/.well-known/did.json` : `https://${host}/${segments.join('/')}/did.json`
}

function hostOf(written: string): string | null {
  const [, name = '', port] = /^([^%]+)(?:%3[Aa](\d{1,5}))?$/.exec(written) ?? []
  const labels = name.split('.')
  const last = labels.at(-1) ?? ''
  if (name.length > 253 || !labels.every((label) => LABEL.test(label))) return null
  // The last part of a name is never a number; where it is one, a browser reads the whole as an address of the network.
  if (/^(\d+|0x[0-9a-f]*)$/i.test(last)) return null
  if (port === undefined) return name
  return Number(port) >= 1 && Number(port) <= 65_535 ? `${name}:${Number(port)}` : null
}
function isSegment(segment: string): boolean {
  if (!SEGMENT.test(segment)) return false
  const plain = segment.replaceAll(/%2e/gi, '.')
  return plain !== '.' && plain !== '..' && !/%(2f|5c|00|25)/i.test(segment)
}

/** The did:web of a server at this address; one that runs without a name gets the DID that its address spells. */
export function didOfServer(baseUrl: string): string {
  const { hostname, port } = new URL(baseUrl)
  return `did:web:${hostname}${port === '' ? '' : `%3A${port}`}`
}
