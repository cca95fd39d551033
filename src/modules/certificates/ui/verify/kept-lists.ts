/*
The issuers' key list and revocation list on this device, so that a certificate can be checked without network. The root key
that a first list names is pinned; from then on a list signed by another one is not taken and the person is told. An older list
never takes the place of a newer one, so nobody can bring back the day before a revocation; of two of one day stays the one that takes more away. Storage and cryptography come from
the caller; it refuses to know how the documents travel.
*/
import { parse } from '../../../../kernel/schema.ts'
import { type IssueRegister, openIssueRegister } from '../../domain/issue-register.ts'
import { type RevocationList, UnsignedRevocationList, openRevocationList } from '../../domain/revocation-list.ts'
import type { VerifyCrypto } from '../../domain/signed-document.ts'
import { TrustList, openTrustList } from '../../domain/trust-list.ts'

/** What lies on the device: the signed documents as they came, opened again at every start. */
export interface KeptDocuments {
  /** Issuer to root key, pinned at the first visit. */
  readonly roots: { readonly [issuer: string]: string }
  readonly trust: readonly unknown[]
  readonly revocations: readonly unknown[]
  /** Registers of offices and of what stands after a theft; absent on devices that kept lists before there were any. */
  readonly registers?: readonly unknown[]
  /** When the server was last asked with success. */
  readonly fetchedAt: string | null
}
export interface OpenLists {
  readonly trust: readonly TrustList[]
  readonly revocations: readonly RevocationList[]
  readonly registers: readonly IssueRegister[]
}
export type ListProblem = 'another-root-key' | 'signature-does-not-fit'
export interface Taken {
  readonly kept: KeptDocuments
  readonly lists: OpenLists
  readonly problem: ListProblem | null
}

export const nothingKept: KeptDocuments = { roots: {}, trust: [], revocations: [], fetchedAt: null }
const place = 'chanzo.verify.lists'

/** What was kept before; anything that does not have the form counts as nothing. */
export function readKept(storage: Pick<Storage, 'getItem'>): KeptDocuments {
  const text = storage.getItem(place)
  if (text === null) return nothingKept
  try {
    const value: unknown = JSON.parse(text)
    return keptOf(value) ?? nothingKept
  } catch {
    return nothingKept
  }
}
export const writeKept = (storage: Pick<Storage, 'setItem'>, kept: KeptDocuments): void => storage.setItem(place, JSON.stringify(kept))

function keptOf(value: unknown): KeptDocuments | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('roots' in value && 'trust' in value && 'revocations' in value && 'fetchedAt' in value)) return null
  const { roots, trust, revocations, fetchedAt } = value
  if (typeof roots !== 'object' || roots === null || !Array.isArray(trust) || !Array.isArray(revocations)) return null
  const registers = 'registers' in value && Array.isArray(value.registers) ? value.registers : []
  const pinned = Object.entries(roots).flatMap(([issuer, key]) => (typeof key === 'string' ? [[issuer, key]] : []))
  return { roots: Object.fromEntries(pinned), trust, revocations, registers, fetchedAt: typeof fetchedAt === 'string' ? fetchedAt : null }
}

/** The kept documents whose signatures are good under the key that is pinned for their own issuer: no issuer revokes for another. */
export async function openKept({ roots, trust, revocations, registers = [] }: KeptDocuments, crypto: VerifyCrypto): Promise<OpenLists> {
  const rootOf = (document: unknown): string => roots[issuerOf(document)] ?? ''
  const [opened, revoked, offices] = await Promise.all([
    Promise.all(trust.map((document) => openTrustList(document, rootOf(document), crypto))),
    Promise.all(revocations.map((document) => openRevocationList(document, rootOf(document), crypto))),
    Promise.all(registers.map((document) => openIssueRegister(document, rootOf(document), crypto))),
  ])
  const good = <List>(lists: readonly (List | null)[]): List[] => lists.filter((list) => list !== null)
  return { trust: good(opened), revocations: good(revoked), registers: good(offices) }
}

/** Takes freshly fetched documents beside the kept ones: pins, checks, keeps the newer of each issuer. `now` is an instant. */
export async function takeLists(
  kept: KeptDocuments,
  fetched: { readonly trust: unknown; readonly revocations: unknown; readonly registers?: unknown; readonly now: string },
  crypto: VerifyCrypto,
): Promise<Taken> {
  let problem: ListProblem | null = null
  const roots: { [issuer: string]: string } = { ...kept.roots }
  const before = await openKept(kept, crypto)
  const trust = [...before.trust]
  const revocations = [...before.revocations]
  const registers = [...before.registers]
  for (const document of listed(fetched.trust)) {
    const parsed = parse(TrustList, document)
    const pinned = parsed.ok ? (roots[parsed.value.issuer] ?? parsed.value.rootKey) : ''
    const list = await openTrustList(document, pinned, crypto)
    if (list === null) problem = parsed.ok && parsed.value.rootKey !== pinned ? 'another-root-key' : (problem ?? 'signature-does-not-fit')
    else {
      roots[list.issuer] = list.rootKey
      keepNewer(trust, list, trustKind)
    }
  }
  for (const document of listed(fetched.revocations)) {
    const root = roots[issuerOf(document)]
    const list = root === undefined ? null : await openRevocationList(document, root, crypto)
    if (list === null) problem ??= 'signature-does-not-fit'
    else keepNewer(revocations, list, revocationKind)
  }
  for (const document of fetched.registers === undefined ? [] : listed(fetched.registers)) {
    const list = await openIssueRegister(document, roots[issuerOf(document)] ?? '', crypto)
    if (list === null) problem ??= 'signature-does-not-fit'
    else keepNewer(registers, list, registerKind)
  }
  const lists = { trust, revocations, registers }
  return { kept: { roots, trust, revocations, registers, fetchedAt: problem === null ? fetched.now : kept.fetchedAt }, lists, problem }
}

/** The server may answer one document or several. */
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function issuerOf(document: unknown): string {
  if (typeof document !== 'object' || document === null || !('issuer' in document)) return ''
  const parsed = parse(UnsignedRevocationList.shape.issuer, document.issuer)
  return parsed.ok ? parsed.value : ''
}

interface Kind<List> {
  readonly nameOf: (list: List) => string
  /** What only grows during a day. A list says its day and not its hour: one that knows less than ours of the same day is the older one. */
  readonly knows: (list: List) => number
}
const trustKind: Kind<TrustList> = {
  nameOf: (one) => one.issuer,
  knows: ({ keys }) => keys.length + keys.filter((key) => key.revokedAt !== null).length,
}
const revocationKind: Kind<RevocationList> = { nameOf: (one) => `${one.issuer} ${one.url}`, knows: (one) => one.revoked.length }
const registerKind: Kind<IssueRegister> = {
  nameOf: (one) => one.issuer,
  knows: ({ offices, standing, confirmed }) =>
    offices.length + offices.filter((office) => office.revokedAt !== null).length + standing.length + confirmed.length,
}

function keepNewer<List extends { readonly asOf: string }>(lists: List[], fresh: List, { nameOf, knows }: Kind<List>): void {
  const at = lists.findIndex((one) => nameOf(one) === nameOf(fresh))
  const old = lists[at]
  if (old === undefined) lists.push(fresh)
  else if (fresh.asOf > old.asOf || (fresh.asOf === old.asOf && knows(fresh) >= knows(old))) lists[at] = fresh
}
