/*
Data Integrity proofs in a credential: `eddsa-jcs-2022` here, over canonical JSON; `eddsa-rdfc-2022` by `rdf-canonical.ts` for who brings the contexts.
All proofs of a set must be good. The credential is secured by the proof, not by whoever sent it: its `@context` may only be longer than the one that was
signed, its purpose is to assert, and a changed date of the proof breaks it.
*/
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { momentOf, shapeFault, timeFault } from './credential-rules.ts'
import { bytesOf, fromBase58 } from './encodings.ts'
import { type JsonObject, isObject, listed } from './json.ts'
import { isSigned, keyOfMultibase, publicKeyOf } from './public-key.ts'
import { type LoadContext, canonicalRdf } from './rdf-canonical.ts'

export interface IntegrityOptions {
  /** The verification method of an id; `did:key` is read here. */
  readonly resolveVm: (id: string) => unknown
  /** Contexts by address, for `eddsa-rdfc-2022`; without them such a proof cannot be checked and is refused. */
  readonly loadContext?: LoadContext
  readonly now?: string
}
export type Integrity = { readonly ok: true } | { readonly ok: false; readonly why: string }
const no = (why: string): Integrity => ({ ok: false, why })

export async function verifyDataIntegrity(document: unknown, options: IntegrityOptions): Promise<Integrity> {
  if (!isObject(document)) return no('not-a-credential')
  const { proof, ...unsecured } = document
  const proofs = listed(proof).filter(isObject)
  if (proofs.length === 0 || proofs.length !== listed(proof).length) return no('no-proof')
  const now = options.now ?? new Date().toISOString()
  const fault = shapeFault(unsecured) ?? timeFault(unsecured, now)
  if (fault !== null) return no(fault)
  for (const one of proofs) {
    const why = await proofFault(one, { unsecured, proofs, options, now })
    if (why !== null) return no(why)
  }
  return { ok: true }
}

interface Around {
  readonly unsecured: JsonObject
  readonly proofs: readonly JsonObject[]
  readonly options: IntegrityOptions
  readonly now: string
}
async function proofFault(proof: JsonObject, { unsecured, proofs, options, now }: Around): Promise<string | null> {
  const { proofValue, ...config } = proof
  const { type, cryptosuite, proofPurpose, verificationMethod, created, expires } = config
  if (type !== 'DataIntegrityProof' || (cryptosuite !== 'eddsa-jcs-2022' && cryptosuite !== 'eddsa-rdfc-2022')) return 'cryptosuite'
  if (proofPurpose !== 'assertionMethod') return 'proof-purpose'
  if (created !== undefined && momentOf(created) === null) return 'created'
  const until = momentOf(expires)
  if (expires !== undefined && (until === null || until <= Date.parse(now))) return 'proof-expired'
  if (typeof verificationMethod !== 'string' || typeof proofValue !== 'string' || !proofValue.startsWith('z')) return 'proof'
  const key = keyOfDid(verificationMethod) ?? keyOf(await options.resolveVm(verificationMethod), verificationMethod)
  const signature = fromBase58(proofValue.slice(1))
  if (key?.algorithm !== 'EdDSA' || signature === null) return 'key-not-known'
  const before = earlier(proof, proofs)
  if (before === null) return 'previous-proof'
  const secured = before.length === 0 ? unsecured : { ...unsecured, proof: before }
  const hash = cryptosuite === 'eddsa-jcs-2022' ? await jcsHash(secured, config) : await rdfHash(secured, config, options.loadContext)
  if (hash === null) return 'context'
  return isSigned(key, hash, signature) ? null : 'signature'
}

/** Proofs on which this one was put; `null` where one of them is missing. */
function earlier({ previousProof }: JsonObject, proofs: readonly JsonObject[]): readonly JsonObject[] | null {
  const found = listed(previousProof).map((id) => proofs.find((one) => one['id'] === id))
  const there = found.filter((one) => one !== undefined)
  return there.length === found.length ? there : null
}

function keyOfDid(method: string) {
  const [, key = '', fragment] = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)#(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(method) ?? []
  return key !== '' && key === fragment ? keyOfMultibase(key) : null
}
const keyOf = (method: unknown, id: string) => (isObject(method) && method['id'] === id ? publicKeyOf(method) : null)

async function jcsHash(secured: JsonObject, config: JsonObject): Promise<Uint8Array | null> {
  const signedContext = config['@context']
  const document = signedContext === undefined ? secured : { ...secured, '@context': signedContext }
  if (signedContext !== undefined && !isPrefix(listed(signedContext), listed(secured['@context']))) return null
  return joined(await sha256(canonicalJson(config)), await sha256(canonicalJson(document)))
}
const isPrefix = (some: readonly unknown[], all: readonly unknown[]): boolean =>
  some.length <= all.length && some.every((one, at) => canonicalJson(one) === canonicalJson(all[at]))

/** The proof is read in the context of the document. */
async function rdfHash(secured: JsonObject, config: JsonObject, loadContext: LoadContext | undefined): Promise<Uint8Array | null> {
  if (loadContext === undefined) return null
  try {
    const [document, proof] = [
      await canonicalRdf(secured, loadContext),
      await canonicalRdf({ ...config, '@context': secured['@context'] }, loadContext),
    ]
    return joined(await sha256(proof), await sha256(document))
  } catch {
    return null
  }
}

const sha256 = async (text: string): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))
const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => Uint8Array.from([...one, ...other])
