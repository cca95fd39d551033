/*
The work of the import screen: send the file, ask piece by piece, stop, go on. What stands on the screen follows from the state here.
*/
import { useRef, useState } from 'react'
import { post, sendFile } from '../../../app/api.ts'
import { questions } from '../../../app/ask.ts'
import { todayHere } from '../../../app/kit/clock.ts'
import type { ListSettings, PieceAnswer, PlannedRow, ReadList } from '../list-words.ts'

export type Work =
  | { readonly doing: 'sending' }
  | { readonly doing: 'trying' | 'running'; readonly done: number; readonly of: number }
  | null
export interface Result {
  readonly rows: readonly PlannedRow[]
  readonly wrote: boolean
  readonly added: number
  /** Rows done when somebody stopped it; `null`: the whole list. */
  readonly stoppedAt: number | null
}

export type Choices = { readonly [line: number]: string }

export function useImport() {
  const [list, setList] = useState<ReadList | null>(null)
  const [settings, setSettings] = useState<ListSettings | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [work, setWork] = useState<Work>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef(false)

  const guarded = async (act: () => Promise<void>) => {
    setError(null)
    stop.current = false
    try {
      await act()
    } catch (fault) {
      setError(fault)
    }
    setWork(null)
  }
  const send = (file: File) =>
    guarded(async () => {
      setWork({ doing: 'sending' })
      setList(null)
      setSettings(null)
      setResult(null)
      setChoices({})
      const read = await sendFile<ReadList>('/api/imports/site-lists', file)
      setList(read)
      setSettings({ mapping: read.guess, source: '', date: todayHere(), origin: 'unknown' })
    })
  const go = (write: boolean) =>
    guarded(async () => {
      if (!list || !settings) return
      setResult(null)
      const rows: PlannedRow[] = []
      let added = 0
      const asked = { ...settings, choices: Object.entries(choices).map(([line, as]) => ({ line: Number(line), as })) }
      for (let from: number | null = 0; from !== null;) {
        setWork({ doing: write ? 'running' : 'trying', done: from, of: list.rows })
        const piece: PieceAnswer = await post(`/api/imports/site-lists/${list.list}/pieces`, { settings: asked, from, write })
        rows.push(...piece.rows)
        added += piece.added
        from = piece.next
        if (stop.current) break
      }
      setResult({ rows, added, wrote: write, stoppedAt: stop.current ? rows.length : null })
      if (write) await questions.invalidateQueries()
    })
  return {
    list,
    settings,
    choices,
    work,
    result,
    error,
    send: (file: File) => void send(file),
    go: (write: boolean) => void go(write),
    stop: () => (stop.current = true),
    say: (next: ListSettings) => {
      setSettings(next)
      setResult(null)
    },
    choose: (line: number, as: string) => {
      const others = Object.entries(choices).filter(([key]) => key !== String(line))
      setChoices(Object.fromEntries(as === '' ? others : [...others, [line, as]]))
    },
  }
}
