/* What a form waits for: files that are on their way, and files that did not arrive. Without it a paper goes out while its copy is still being sent. */
import { createContext } from 'react'

export type FileState = 'sending' | 'failed' | 'settled'
/** By field; a settled one is not in it. */
export type WatchedFiles = ReadonlyMap<string, FileState>
export const noFiles: WatchedFiles = new Map()

export function withFile(files: WatchedFiles, field: string, state: FileState): WatchedFiles {
  const next = new Map(files)
  next.delete(field)
  if (state !== 'settled') next.set(field, state)
  return next
}
/** `sending` before `failed`: what is still under way may yet fail. */
export const fileStop = (files: WatchedFiles): 'sending' | 'failed' | null => {
  const states = [...files.values()]
  return states.includes('sending') ? 'sending' : states.includes('failed') ? 'failed' : null
}

/** Told by every file field to the dialog around it. */
export const FileWatch = createContext<(field: string, state: FileState) => void>(() => undefined)

export interface Keeping<Kept> {
  readonly send: (file: File) => Promise<Kept>
  readonly tell: (state: FileState) => void
  /** Null: nothing is chosen any more, or what was chosen has not arrived. */
  readonly onKept: (file: Kept | null) => void
  readonly onFault: (fault: unknown) => void
  /** False once the field is gone: a late answer must not fall into the next paper. */
  readonly isHere: () => boolean
}
export async function keepFile<Kept>(file: File | undefined, { send, tell, onKept, onFault, isHere }: Keeping<Kept>): Promise<void> {
  onFault(null)
  onKept(null)
  tell(file ? 'sending' : 'settled')
  if (!file) return
  try {
    const kept = await send(file)
    if (!isHere()) return
    onKept(kept)
    tell('settled')
  } catch (trouble) {
    if (!isHere()) return
    onFault(trouble)
    tell('failed')
  }
}
