/*
Our runner of forms beside the engine of ODK Web Forms: the weight of what a telephone has to fetch, and the time to open a form and to
take one answer in Chromium with its processor slowed four times. The engine is measured bare, without screens, and so is ours here.
*/
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { sharedFile } from '../test/shared-data.ts'
import { type Benchmark, median } from './benchmark.ts'
import { ROOT, bundle, onSlowPage } from './in-browser.ts'

const OURS = `
import { begin, nodeAt } from '${ROOT}src/modules/forms/ui/runner/play-steps.ts'
import { answer } from '${ROOT}src/modules/forms/domain/run/form-run.ts'
import { viewOf } from '${ROOT}src/modules/forms/domain/run/form-view.ts'
globalThis.openForm = async (xform) => {
  const run = begin(xform)
  viewOf(run)
  return (value) => { answer(run, nodeAt(run.root, 'miners'), String(value)); viewOf(run) }
}`
const PEER = `
import { createInstance } from '@getodk/xforms-engine'
globalThis.openForm = async (xform) => {
  const { root } = await createInstance(xform, { instance: {} })
  const miners = root.currentState.children.find((one) => one.currentState.reference === '/data/miners')
  return (value) => { miners.setValue(BigInt(value)); void root.validationState.violations.length }
}`

interface Weighed {
  readonly kilobytes: number
  readonly openMs: number
  readonly answerMs: number
}

async function weigh(script: string, xform: string): Promise<Weighed> {
  const built = await bundle(script)
  try {
    const times = await onSlowPage(built, 'openForm', (page) => play(page, xform))
    return { kilobytes: built.kilobytes, ...times }
  } finally {
    built.remove()
  }
}

async function play(page: Page, xform: string): Promise<Omit<Weighed, 'kilobytes'>> {
  const script = `(async () => {
    const began = performance.now()
    const answer = await globalThis.openForm(${JSON.stringify(xform)})
    const openMs = performance.now() - began
    const times = []
    for (let n = 1; n <= 20; n++) { const at = performance.now(); answer(n % 3 === 0 ? 0 : n); times.push(performance.now() - at) }
    return [openMs, ...times]
  })()`
  const [openMs = 0, ...times]: number[] = await page.evaluate(script)
  return { openMs, answerMs: median(times) }
}

let weighed: Promise<{ readonly ours: Weighed; readonly peer: Weighed }> | undefined
function both(): Promise<{ readonly ours: Weighed; readonly peer: Weighed }> {
  weighed ??= (async () => {
    const file = sharedFile('standards/openrosa/forms/site-inspection.xml')
    if (file === null) throw new Error('The form to measure with is not on this machine.')
    const xform = readFileSync(file, 'utf8')
    return { ours: await weigh(OURS, xform), peer: await weigh(PEER, xform) }
  })()
  return weighed
}

const benchmark = (
  name: string,
  about: string,
  { of, unit, runs }: { readonly of: (one: Weighed) => number; readonly unit: string; readonly runs: number },
): Benchmark => ({
  name,
  about,
  measure: async () => {
    const { ours, peer } = await both()
    return { ours: of(ours), peer: of(peer), peerName: '@getodk/xforms-engine 0.22.0, bare', unit, runs }
  },
})

export const formRunnerBenchmarks: readonly Benchmark[] = [
  benchmark('form-runner-weight', 'Script that a telephone fetches to run forms, Brotli', {
    of: (one) => one.kilobytes,
    unit: 'kB',
    runs: 1,
  }),
  benchmark('form-open', 'A form of twenty questions is opened, processor slowed four times', {
    of: (one) => one.openMs,
    unit: 'ms',
    runs: 1,
  }),
  benchmark('form-answer', 'One answer and what follows from it, processor slowed four times', {
    of: (one) => one.answerMs,
    unit: 'ms',
    runs: 20,
  }),
]
