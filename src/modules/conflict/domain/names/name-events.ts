/* What can happen to a secret name, as the log keeps it: who may open it and who did. The box itself lies beside the log, so that it can be destroyed; here stands only its digest. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, instant, listOf, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { DeclineRequest, ForgetName, MOST_NAME_READERS, NameOf, NameReader, NameRequestId, RequestNames } from '../../contract-names.ts'

const sealed = { readers: listOf(NameReader, MOST_NAME_READERS), sha256: text(64) } as const
export const NameKept = record({ of: NameOf, ...sealed })
export const NameResealed = record(sealed)
/** Who looked is who acted. */
export const NameLooked = record({})
export const NameForgotten = ForgetName
export const NameAsked = record({
  what: oneOf('leave-out', 'destroy'),
  /** Whom it would leave out; nobody where all is destroyed. */
  leaveOut: listOf(AccountId, MOST_NAME_READERS),
  because: orNull(ForgetName.shape.because),
  by: AccountId,
  at: instant(),
})
export type NameAsked = Readonly<Infer<typeof NameAsked>>
export const AskingRefused = record({})
export const NameGranted = record({ to: NameReader, request: NameRequestId, until: instant(), sha256: text(64) })

export const secretNameKinds = {
  'secret-name.kept.v1': NameKept,
  'secret-name.resealed.v1': NameResealed,
  'secret-name.looked.v1': NameLooked,
  'secret-name.forgotten.v1': NameForgotten,
  'secret-name.asked.v1': NameAsked,
  'secret-name.asking-refused.v1': AskingRefused,
  'secret-name.granted.v1': NameGranted,
} as const
type Kinds = typeof secretNameKinds
export type SecretNameEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export const NamesRequested = record({ ...RequestNames.shape, by: AccountId, at: instant() })
export const RequestDeclined = DeclineRequest
export const nameRequestKinds = { 'name-request.asked.v1': NamesRequested, 'name-request.declined.v1': RequestDeclined } as const
type RequestKinds = typeof nameRequestKinds
export type NameRequestEvent = { [Kind in keyof RequestKinds]: DomainEvent<Kind, Infer<RequestKinds[Kind]>> }[keyof RequestKinds]
