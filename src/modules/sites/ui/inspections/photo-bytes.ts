/*
The bytes of a photograph of an inspection: from this telephone while it still lies there, so that it is seen without network, else from the
register, which gives it to whom the answers are for. Nothing of it is kept here afterwards.
*/
import { askFile } from '../../../../app/api.ts'
import { openPhone } from '../../../../app/field/phone.ts'
import type { SealedStore } from '../../../../app/field/sealed-store.ts'

export interface PhotoNamed {
  readonly inspection: string
  readonly sha256: string
}
export async function photoBytes({ inspection, sha256 }: PhotoNamed, from: PhotoSources): Promise<Blob> {
  const here = await from.store?.readBytes('photo', sha256).catch(() => undefined)
  return here === undefined ? from.ask(`/api/inspections/${inspection}/documents/${sha256}`) : new Blob([here])
}
export interface PhotoSources {
  readonly store: Pick<SealedStore, 'readBytes'> | null
  readonly ask: (path: string) => Promise<Blob>
}
export const sourcesHere = (signal: AbortSignal): PhotoSources => ({
  store: openPhone()?.store ?? null,
  ask: (path) => askFile(path, signal),
})
