/* What can happen to a secret name, as the log keeps it: who may open it and who did. The box itself lies beside the log, so that it can be destroyed; here stands only its digest. */
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Infer, listOf, record, text } from '../../../../kernel/schema.ts'
import { ForgetName, MOST_NAME_READERS, NameOf, NameReader } from '../../contract-names.ts'

const sealed = { readers: listOf(NameReader, MOST_NAME_READERS), sha256: text(64) } as const
export const NameKept = record({ of: NameOf, ...sealed })
export const NameResealed = record(sealed)
/** Who looked is who acted. */
export const NameLooked = record({})
export const NameForgotten = ForgetName

export const secretNameKinds = {
  'secret-name.kept.v1': NameKept,
  'secret-name.resealed.v1': NameResealed,
  'secret-name.looked.v1': NameLooked,
  'secret-name.forgotten.v1': NameForgotten,
} as const
type Kinds = typeof secretNameKinds
export type SecretNameEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
