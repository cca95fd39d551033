/* Files of cases as they are asked for: how far each has come. The bytes themselves are ciphertext of a device and have no shape. */
import { type Infer, count, instant, listOf, oneOf, record, text } from '../../kernel/schema.ts'

export const CaseFileStates = record({
  files: listOf(record({ attachment: text(60), received: count(), bytes: count() })),
  asOf: instant(),
})
export type CaseFileStates = Readonly<Infer<typeof CaseFileStates>>
/** Shown in memory, or laid down on the device in clear: a look of another kind. */
export const FileFor = oneOf('look', 'save')
