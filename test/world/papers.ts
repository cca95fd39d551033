/* Papers and photographs that the people of the world send: one small picture stands for each of them. */
import { looseRecord, mustParse } from '../../src/kernel/schema.ts'
import { DocumentRef } from '../../src/modules/documents/contract.ts'
import { baselineJpeg } from '../sample-files.ts'
import type { Stage } from './stage.ts'

/** A paper or photograph sent by somebody, as the records point to it. */
export async function sendPaper(stage: Stage, key: string): Promise<DocumentRef> {
  const sent = await stage.as(key).upload('/api/files', baselineJpeg, 'image/jpeg')
  return mustParse(looseRecord({ file: DocumentRef }), sent.body).file
}
