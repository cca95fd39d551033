/*
How a case is opened from a device: keys of its vaults made here for those who shall read it, what was told sealed to them, coded answers beside,
all in one go. The private halves are forgotten with this function: whoever is not among the readers can open nothing of it afterwards.
*/
import { asId } from '../../../../kernel/schema.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import type { KeyHolder } from '../../contract-keys.ts'
import type { TextSlot, VaultKey, VaultKeys, VaultName } from '../../contract-vault.ts'
import type { MemberAs } from '../../domain/access/access-words.ts'
import type { CaseType } from '../../domain/case/case-words.ts'
import type { CaseSource } from '../../domain/case/event-labels.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type SealedFile, keepCommand } from '../attachments/sealed-file.ts'
import { sealText } from '../../../../app/sealing/sealed-text.ts'
import { makeVaultKeys } from '../../../../app/sealing/vault-keys.ts'

/** Of every case; that of the witness is made when there is a witness. */
export const WORKED_VAULTS: readonly VaultName[] = ['identity', 'narrative', 'perpetrator', 'evidence']
export interface Reader {
  readonly holder: KeyHolder
  readonly as: MemberAs
}
export interface ToldText {
  readonly vault: VaultName
  readonly slot: TextSlot
  readonly text: string
}
/** A file that goes with the opening: its ciphertext is sent in pieces afterwards. */
export interface TakenFile extends SealedFile {
  readonly attachment: string
  readonly vault: VaultName
}
export interface Opening {
  readonly caseId: string
  readonly newId: () => string
  readonly subject: string
  readonly type: CaseType
  readonly source: CaseSource
  readonly organisation: string
  readonly readers: readonly Reader[]
  readonly custodians: readonly KeyHolder[]
  readonly profile: Profile | null
  readonly texts: readonly ToldText[]
  readonly provinceCode: string | null
  /** Sealed already; what opens each goes sealed into its vault. */
  readonly files?: readonly TakenFile[]
}
export interface OpeningBody {
  readonly case: string
  readonly all: readonly OneCommand[]
  readonly keys: VaultKeys
}

export async function openingBody(opening: Opening): Promise<Outcome<OpeningBody>> {
  const { caseId, readers, custodians, texts, profile } = opening
  const organisation = asId('organisation', opening.organisation)
  const made = await makeVaultKeys({ caseId, vaults: WORKED_VAULTS, readers: readers.map((one) => one.holder), custodians })
  if (!made.ok) return made
  const keys = made.value
  const kept: OneCommand[] = []
  for (const text of texts) {
    const sealed = await sealText(keyOf(keys, text.vault), { caseId, slot: text.slot, id: opening.newId() }, text.text)
    if (!sealed.ok) return sealed
    kept.push({ about: 'access', ask: { step: 'keep-text', sealed: sealed.value } })
  }
  for (const { vault, head, ...file } of opening.files ?? []) {
    const id = opening.newId()
    const sealed = await sealText(keyOf(keys, vault), { caseId, slot: 'attachment', id }, head)
    if (!sealed.ok) return sealed
    kept.push({ about: 'access', ask: { step: 'keep-text', sealed: sealed.value } }, keepCommand({ vault, id }, file))
  }
  const owner = readers.find((one) => one.as === 'owner')?.holder.account ?? null
  const { provinceCode, subject, type, source } = opening
  const all: readonly OneCommand[] = [
    { about: 'case', ask: { step: 'create', subject, type, organisation, source } },
    ...readers.map(({ holder, as }): OneCommand => ({
      about: 'access',
      ask: { step: 'join', account: holder.account, organisation, as, vaults: [...WORKED_VAULTS] },
    })),
    { about: 'access', ask: { step: 'renew-keys', generations: [...keys.keys] } },
    ...(profile === null ? [] : [{ about: 'profile', ask: { step: 'set-profile', profile } } as const]),
    ...kept,
    { about: 'case', ask: { step: 'register-minimum', isInterviewSafe: true, provinceCode, owner } },
  ]
  return accepted({ case: caseId, all, keys })
}
function keyOf(keys: VaultKeys, vault: VaultName): VaultKey {
  const key = keys.keys.find((one) => one.vault === vault)
  if (!key) throw new Error(`a case is opened with a key for its vault ${vault}`)
  return key
}
