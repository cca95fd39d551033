/*
What is decided about photographs, scans and recordings of a case: each belongs to a vault by the sealed text that describes it, so its readers are
those of that vault. One goes to a service only under a field that this referral carries anyway; the consent gate asks for that field when it is sent.
What proves a consent, or what a court keeps, is not taken out.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type Access, memberOf, readsVault } from '../access/access.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Consents } from '../consent/consent-state.ts'
import type { Referrals } from '../referral/referral.ts'
import type { PackageField } from '../referral/referral-words.ts'
import type { SealedRef, Vault } from '../sealed-ref.ts'
import type { AttachmentCommand, AttachmentEvent, AttachmentId, WithdrawnBecause } from './attachment-words.ts'

export interface KeptAttachment {
  readonly attachment: AttachmentId
  readonly head: SealedRef
  readonly sha256: string
  readonly bytes: number
  readonly by: string
  readonly at: string
  /** With which referrals it went, and as what. */
  readonly released: readonly { readonly referral: string; readonly field: PackageField }[]
  readonly withdrawn: WithdrawnBecause | null
}
export type Attachments = ReadonlyMap<string, KeptAttachment>

export interface AttachmentContext {
  readonly by: AccountId
  readonly at: string
  readonly isUnderLegalHold: boolean
  readonly access: Access
  readonly consents: Consents
  readonly referrals: Referrals
}
/** Files of one case at once (D). */
export const firstAttachmentRule: { readonly most: number; readonly evidence: Evidence } = { most: 40, evidence: 'D' }

/** As what a file of a vault may go to a service; what is not named here goes to nobody. */
export const fieldsOfVault: { readonly [V in Vault]: readonly PackageField[] } = {
  identity: ['photo', 'documents-held', 'birth-date', 'family'],
  narrative: ['health-summary', 'safety-summary', 'statement', 'case-history', 'needs'],
  evidence: ['nrm-form', 'case-history'],
  witness: [],
  perpetrator: [],
}
export const liveAttachments = (attachments: Attachments): readonly KeptAttachment[] =>
  [...attachments.values()].filter((one) => one.withdrawn === null)
export const provesConsent = ({ kept }: Pick<Consents, 'kept'>, { head }: Pick<KeptAttachment, 'head'>): boolean =>
  kept.some(({ given }) => given.evidence?.id === head.id)

/** Said before another body took the case over, by somebody who is out of it since: nothing more of it is sent. */
export function isLeftBehind(
  { attachments, access, file }: { readonly attachments: Attachments; readonly access: Access; readonly file: Pick<CaseFile, 'happened'> },
  { attachment, account }: { readonly attachment: string; readonly account: string },
): boolean {
  const said = attachments.get(attachment)
  if (said === undefined || memberOf(access, account) !== null) return false
  return file.happened.some(({ what, at }) => what === 'accept-transfer' && at >= said.at)
}

type Result = Outcome<readonly AttachmentEvent[]>
export function decideAttachment(attachments: Attachments, command: AttachmentCommand, context: AttachmentContext): Result {
  if (command.step === 'keep-attachment') return decideKeep(attachments, command, context)
  const known = attachments.get(command.attachment)
  if (!known || known.withdrawn !== null) return refused('unknown-attachment')
  const isReader = readsVault(context.access, context.by, known.head.vault)
  if (!isReader && known.by !== context.by) return refused('unknown-attachment')
  const stamp = { vault: known.head.vault, by: context.by, at: context.at }
  if (command.step === 'withdraw-attachment') {
    const { step: _step, ...withdrawn } = command
    if (context.isUnderLegalHold) return refused('legal-hold')
    if (provesConsent(context.consents, known)) return refused('attachment-proves-consent')
    return accepted([{ kind: 'case-attachment.withdrawn.v1', payload: { ...withdrawn, ...stamp } }])
  }
  const { step: _step, ...released } = command
  if (!isReader) return refused('unknown-attachment')
  const referral = context.referrals.get(released.referral)
  if (!referral || referral.state !== 'draft') return refused('attachment-only-with-a-draft')
  const covered = fieldsOfVault[known.head.vault].includes(released.field) && referral.package.includes(released.field)
  if (!covered) return refused('attachment-outside-package', { field: released.field })
  return accepted([{ kind: 'case-attachment.released.v1', payload: { ...released, ...stamp } }])
}

function decideKeep(
  attachments: Attachments,
  command: Extract<AttachmentCommand, { step: 'keep-attachment' }>,
  { access, by, at }: AttachmentContext,
): Result {
  const { step: _step, ...kept } = command
  if (attachments.has(kept.attachment)) return accepted([])
  const head = access.texts.get(kept.head.id)
  if (!head || head.vault !== kept.head.vault || head.slot !== 'attachment') return refused('attachment-without-head')
  if (liveAttachments(attachments).length >= firstAttachmentRule.most)
    return refused('attachments-too-many', { most: firstAttachmentRule.most })
  return accepted([{ kind: 'case-attachment.kept.v1', payload: { ...kept, vault: head.vault, by, at } }])
}

export function evolveAttachments(attachments: Attachments, { kind, payload }: AttachmentEvent): Attachments {
  if (kind === 'case-attachment.kept.v1') {
    const { attachment, head, sha256, bytes, by, at } = payload
    return new Map([...attachments, [attachment, { attachment, head, sha256, bytes, by, at, released: [], withdrawn: null }]])
  }
  const before = attachments.get(payload.attachment)
  if (!before) return attachments
  const changed =
    kind === 'case-attachment.withdrawn.v1'
      ? { ...before, withdrawn: payload.because }
      : { ...before, released: [...before.released, { referral: payload.referral, field: payload.field }] }
  return new Map([...attachments, [payload.attachment, changed]])
}
