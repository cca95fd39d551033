/* The body of a case that is opened by its own worker, made by the code of the app, for tests of the server, which never see a private half. */
import { asId, mustParse } from '../src/kernel/schema.ts'
import type { KeyHolder } from '../src/modules/cases/contract-keys.ts'
import { type SealedText, type TextSlot, VaultKeys, type VaultName } from '../src/modules/cases/contract-vault.ts'
import { makePersonalKey } from '../src/app/sealing/personal-key.ts'
import { sealText } from '../src/app/sealing/sealed-text.ts'
import { type OpeningBody, openingBody } from '../src/modules/cases/ui/opening/opening-body.ts'
import { type Client, newId } from './world/client.ts'

/** Makes a key as a device does and registers its public half: nobody can be handed anything without one. */
export async function registerKey(client: Pick<Client, 'post'>, account: string): Promise<KeyHolder> {
  const made = await makePersonalKey(
    { kind: 'passphrase', passphrase: 'colline rivière matin 2026 canari' },
    { memoryKibibytes: 8192, passes: 1, lanes: 1 },
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const key = asId('personal-key', newId())
  const answer = await client.post('/api/keys/mine', { key, sealed: made.value.sealed, because: 'replaced' })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return { account: asId('account', account), key, publicKey: made.value.pair.publicKey }
}

export interface Opened {
  readonly caseId: string
  readonly holder: KeyHolder
  readonly organisation: string
  readonly subject: string
  readonly name: string
}
export async function sealedOpening({ caseId, holder, organisation, subject, name }: Opened): Promise<OpeningBody> {
  const sent = await openingBody({
    ...{ caseId, newId, subject, type: 'forced-labour', source: 'site-visit', organisation, provinceCode: null, profile: null },
    ...{ readers: [{ holder, as: 'owner' }], custodians: [], texts: [{ vault: 'identity', slot: 'identity', text: name }] },
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value
}

/** A text sealed as a device seals it, to a vault of a case that was opened with these keys. */
export async function sealedFor(
  keys: unknown,
  to: { readonly case: string; readonly vault: VaultName; readonly slot: TextSlot },
  text: string,
): Promise<SealedText> {
  const key = mustParse(VaultKeys, keys).keys.find((one) => one.vault === to.vault)
  if (!key) throw new Error(`no key of ${to.vault}`)
  const made = await sealText(key, { caseId: to.case, slot: to.slot, id: newId() }, text)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
