/* A run of a form as a hook: begun from the draft that this device keeps, written back to it at every change. */
import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { readForm } from '../../domain/run/form-definition.ts'
import {
  type FormRun,
  type Surroundings,
  addInstance,
  answer,
  fillKnown,
  formOf,
  noteTime,
  removeInstance,
  speak,
  startRun,
} from '../../domain/run/form-run.ts'
import { languageFor } from '../../domain/run/form-words.ts'
import { writeDraft } from '../../domain/run/record.ts'
import { FormProblem, type TreeNode } from '../../domain/run/tree.ts'
import { type Draft, type NamedFile, dropFile, keepDraft, keepFile, keptDraft, keptFiles } from './kept-draft.ts'
import { type Told, keepSignals } from './evidence-signals.ts'
import { readXml } from './read-xml.ts'

export interface RunnerStart {
  readonly xform: string
  readonly language: string
  /** Names the draft on this device; without one nothing is kept. */
  readonly draftKey: string | undefined
  /** Answers to begin from where the device has no draft. */
  readonly instance: string | undefined
  /** What is known before anybody answered, by the names of questions. */
  readonly known: { readonly [question: string]: string } | undefined
  /** Units by path of question, shown beside its words: `jours / days`. */
  readonly units: { readonly [path: string]: string } | undefined
  readonly onDraft: ((xml: string) => void) | undefined
  /** Photographs that an earlier record brought: named in the answers, no longer on this device. */
  readonly sentFiles?: readonly string[] | undefined
}
export interface RunHands {
  readonly run: FormRun
  readonly units: { readonly [path: string]: string }
  /** The draft that was found on this device, as it was then. */
  readonly resumed: Draft | null
  readonly kept: boolean
  readonly files: readonly NamedFile[]
  readonly sentFiles: readonly string[]
  readonly answer: (node: TreeNode, value: string) => void
  readonly add: (parent: TreeNode, path: string) => void
  readonly remove: (node: TreeNode) => void
  readonly attach: (node: TreeNode, file: NamedFile) => Promise<void>
  readonly detach: (node: TreeNode) => Promise<void>
  readonly speak: (language: string) => void
  readonly stand: (step: string) => void
  /** What was noticed about an answer, in place of what was noticed about an earlier one. */
  readonly notice: (node: TreeNode, signals: Told['signals']) => void
}
type Begun = { readonly run: FormRun; readonly resumed: Draft | null } | { readonly problem: string; readonly otherVersion: boolean }

/** A form that cannot be run is told, not thrown: the draft stays where it is. */
export function begin({ xform, language, draftKey, instance, known }: RunnerStart): Begun {
  try {
    const form = readForm(readXml(xform))
    const resumed = draftKey === undefined ? null : keptDraft(deviceKeep(), draftKey)
    const text = resumed?.xml ?? instance
    const from = text === undefined ? undefined : readXml(text)
    if (from && formOf(from).version !== form.version) return { problem: formOf(from).version, otherVersion: true }
    const run = startRun(form, surroundingsNow(), from)
    speak(run, languageFor(form.words, language))
    if (from === undefined && known) fillKnown(run, known)
    return { run, resumed }
  } catch (error) {
    if (error instanceof FormProblem) return { problem: error.what, otherVersion: false }
    throw error
  }
}

export function useFormRun(begun: Extract<Begun, { run: FormRun }>, { draftKey, units, onDraft, sentFiles }: RunnerStart): RunHands {
  const { run, resumed } = begun
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const [kept, setKept] = useState(true)
  const [files, setFiles] = useState<readonly NamedFile[]>([])
  const at = useRef(resumed?.at ?? '')
  useEffect(() => {
    if (draftKey !== undefined) void keptFiles(draftKey).then(setFiles, () => setKept(false))
  }, [draftKey])
  return useMemo(() => {
    const save = () => {
      const xml = writeDraft(run)
      if (draftKey !== undefined) setKept(keepDraft(deviceKeep(), draftKey, { xml, at: at.current, savedAt: new Date().toISOString() }))
      onDraft?.(xml)
      draw()
    }
    const changing = (change: () => void) => {
      noteTime(run, clock())
      change()
      save()
    }
    const detach = async (node: TreeNode) => {
      const name = node.value
      changing(() => answer(run, node, ''))
      setFiles((before) => before.filter((one) => one.name !== name))
      if (draftKey !== undefined) await dropFile(draftKey, name).catch(() => undefined)
    }
    return {
      run,
      units: units ?? {},
      resumed,
      kept,
      files,
      sentFiles: sentFiles ?? [],
      answer: (node, value) => changing(() => answer(run, node, value)),
      add: (parent, path) => changing(() => addInstance(run, parent, path)),
      remove: (node) => changing(() => removeInstance(run, node)),
      detach,
      attach: async (node, file) => {
        if (node.value !== '') await detach(node)
        if (draftKey !== undefined) await keepFile(draftKey, file).catch(() => setKept(false))
        setFiles((before) => [...before, file])
        changing(() => answer(run, node, file.name))
      },
      speak: (language) => {
        speak(run, language)
        draw()
      },
      notice: (node, signals) => {
        if (draftKey !== undefined) keepSignals(deviceKeep(), draftKey, { question: node.name, signals })
      },
      stand: (step) => {
        at.current = step
        if (draftKey !== undefined && keptDraft(deviceKeep(), draftKey) !== null) save()
      },
    }
  }, [run, resumed, kept, files, draftKey, units, onDraft, sentFiles])
}

function clock(): Pick<Surroundings, 'today' | 'now'> {
  const now = new Date()
  const offset = -now.getTimezoneOffset()
  const [sign, minutes] = [offset < 0 ? '-' : '+', Math.abs(offset)]
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}.000`
  return { today: todayHere(now), now: `${todayHere(now)}T${time}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}
export const surroundingsNow = (): Surroundings => ({ ...clock(), deviceId: 'chanzo', newId })
