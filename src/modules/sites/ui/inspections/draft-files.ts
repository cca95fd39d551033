/*
Photographs that a colleague's telephone took for this form: the answers that came from there name them, the pictures themselves follow from there.
*/
import { useEffect, useState } from 'react'
import { draftState } from '../../../../app/field/draft-box.ts'
import { openPhone } from '../../../../app/field/phone.ts'
import type { SealedStore } from '../../../../app/field/sealed-store.ts'
import type { FormToSend } from './send-form.ts'

type Named = FormToSend['earlierFiles']

export async function draftFiles(store: Pick<SealedStore, 'read'>, draft: string): Promise<Named> {
  const { revisions } = await draftState(store, draft)
  const all = revisions.flatMap(({ files }) => files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })))
  const named = new Map(all.map(({ name, ...file }) => [name, { ...file, mediaType: 'image/jpeg' as const }]))
  return [...named].map(([name, file]) => ({ name, file }))
}

export function useDraftFiles(draft: string): Named {
  const [files, setFiles] = useState<Named>([])
  useEffect(() => {
    const phone = openPhone()
    // Without them the answers still go: a photograph that is not named with its hash is a mark on them.
    if (phone !== null) void draftFiles(phone.store, draft).then(setFiles, () => undefined)
  }, [draft])
  return files
}
