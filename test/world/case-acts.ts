/* Steps of work on a case that several tests take: from consent to the approved end. Each is a list of commands as a device sends them. */
import { asId } from '../../src/kernel/schema.ts'
import { closureChecklist } from '../../src/modules/cases/domain/case/closure.ts'
import type { ClosureReason } from '../../src/modules/cases/domain/case/case-words.ts'
import type { ConsentItem, Purpose } from '../../src/modules/cases/domain/consent/consent-words.ts'
import { purposeRules } from '../../src/modules/cases/domain/consent/purposes.ts'
import type { OneCommand } from '../../src/modules/cases/domain/file/file-words.ts'
import type { OrganisationId } from '../../src/modules/people/contract.ts'
import { makeVaultKeys } from '../../src/app/sealing/vault-keys.ts'
import { sealText } from '../../src/app/sealing/sealed-text.ts'
import { type KeyedPerson, must } from './case-people.ts'
import { newId } from './client.ts'

export const yesTo = (purpose: Purpose, recipient: OrganisationId | null = null, more: Partial<ConsentItem> = {}): ConsentItem => ({
  ...{ id: newId(), purpose, recipient, extent: purposeRules[purpose].extents[0] ?? 'full', answer: 'yes', ...more },
})
export const consentTo = (items: readonly ConsentItem[], now: string, validTo: string | null = null): OneCommand => ({
  about: 'consent',
  ask: {
    step: 'record',
    given: {
      ...{ consent: asId('consent', newId()), givenBy: 'self', assentOfChild: 'not-applicable', guardianAgrees: 'not-applicable' },
      ...{ form: 'verbal-certified-by-worker', language: 'swa', interpreterUsed: false, items: [...items] },
      ...{ withheldFields: [], withheldFrom: [], validFrom: now, validTo, policyVersion: '2026-1' },
    },
  },
})
/** From the first minimum to work that may begin. */
export const beginWork = (items: readonly ConsentItem[], now: string): readonly OneCommand[] => [
  { about: 'case', ask: { step: 'screen', screening: newId(), isComplete: true } },
  consentTo(items, now),
  { about: 'case', ask: { step: 'obtain-consent' } },
]
export const askToClose = (reason: ClosureReason = 'relocated'): readonly OneCommand[] => [
  { about: 'case', ask: { step: 'request-closure', reason, done: [...closureChecklist[reason]] } },
]
export const approveClosing: readonly OneCommand[] = [{ about: 'case', ask: { step: 'approve-closure' } }]

/** The first key of a witness's vault, for one reader, and a text sealed with it. */
export async function witnessVault(id: string, reader: KeyedPerson, text: string) {
  const caseId = asId('case', id)
  const keys = must(
    await makeVaultKeys({ caseId, vaults: ['witness'], readers: [{ ...reader.holder, vaults: ['witness'] }], custodians: [] }),
  )
  const [key] = keys.keys
  if (!key) throw new Error('a key was made')
  return { keys, sealed: must(await sealText(key, { caseId, slot: 'witness', id: newId() }, text)) }
}
