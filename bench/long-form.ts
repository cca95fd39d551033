/*
A long questionnaire on a telephone: the time until its first question stands on the screen, and from a key to the letter on the screen, with the whole
screen of our runner and the draft written at every letter. Beside it the engine of ODK Web Forms, which draws nothing: the same XForm opened, the same
answer set. 30, 120 and 480 questions, with conditions, sums and choices among them.
*/
import type { Page } from 'playwright-core'
import { convertForm } from '../src/modules/forms/domain/xlsform/convert.ts'
import { readMarkdown } from '../src/modules/forms/domain/xlsform/markdown.ts'
import { type Benchmark, median } from './benchmark.ts'
import { ROOT, bundle, onSlowPage } from './in-browser.ts'

const OURS = `
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { startWords } from '${ROOT}src/app/words.ts'
import { FormRunner } from '${ROOT}src/modules/forms/ui/runner/form-runner.tsx'
import '${ROOT}src/app/kit/kit.css'
const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0) }))
startWords().then(() => {
  globalThis.openForm = async (xform, n) => {
    const place = document.body.appendChild(document.createElement('main'))
    const root = createRoot(place)
    const began = performance.now()
    root.render(createElement(FormRunner, { xform, language: 'fr', draftKey: 'bench.' + n }))
    while (!place.querySelector('input')) await new Promise((done) => setTimeout(done, 0))
    const opened = (await painted()) - began
    globalThis.echoes = []
    place.querySelector('input').addEventListener('input', (event) => void painted().then((at) => globalThis.echoes.push(at - event.timeStamp)), { capture: true })
    globalThis.closeForm = () => { root.unmount(); place.remove() }
    return opened
  }
})`
const PEER = `
import { createInstance } from '@getodk/xforms-engine'
globalThis.openForm = async (xform) => {
  const began = performance.now()
  const { root } = await createInstance(xform, { instance: {} })
  void root.validationState.violations.length
  const opened = performance.now() - began
  const first = root.currentState.children[0].currentState.children[0]
  globalThis.echoes = []
  globalThis.type = (text) => { const at = performance.now(); first.setValue(text); void root.validationState.violations.length; globalThis.echoes.push(performance.now() - at) }
  globalThis.closeForm = () => undefined
  return opened
}`

/** Sections of ten: texts, numbers that belong together, choices that open others, and a sum over all. */
export function longForm(questions: number): string {
  const rows: string[] = []
  const numbers: string[] = []
  const row = (...cells: readonly string[]): void => void rows.push(`|  | ${cells.join(' | ')} |`)
  for (let at = 0; at < questions; at++) {
    const [section, place] = [Math.floor(at / 10), at % 10]
    const name = `q${at}`
    if (place === 0) row('begin_group', `s${section}`, `Partie ${section + 1}`, `Part ${section + 1}`, '', '', '', '')
    const label = [`Question ${at + 1} de la fiche`, `Question ${at + 1} of the form`]
    if (place % 5 === 0) row('text', name, ...label, 'yes', '', '', '')
    else if (place % 5 === 1) row('select_one yn', name, ...label, 'yes', '', '', '')
    else if (place % 5 === 2) row('integer', name, ...label, '', `\${q${at - 1}} = 'yes'`, '. >= 0 and . <= 20000', '')
    else if (place % 5 === 3) row('decimal', name, ...label, '', '', `. >= 0 and . <= 1000`, '')
    else row('select_multiple mineral', name, ...label, '', `\${q${at - 1}} > 0`, '', '')
    if (place % 5 === 3) numbers.push(`\${${name}}`)
    if (place === 9 || at === questions - 1) {
      row(
        'calculate',
        `sum${section}`,
        '',
        '',
        '',
        '',
        '',
        numbers
          .slice(-2)
          .map((one) => `coalesce(${one}, 0)`)
          .join(' + ') || '0',
      )
      row('end_group', '', '', '', '', '', '', '')
    }
  }
  const choices = [
    'yn | yes | Oui | Yes',
    'yn | no | Non | No',
    ...['sn', 'ta', 'w', 'au'].map((one) => `mineral | ${one} | Minerai ${one} | Mineral ${one}`),
  ]
  const text = [
    '| survey |',
    '|  | type | name | label::Français (fr) | label::English (en) | required | relevant | constraint | calculation |',
    ...rows,
    '| choices |',
    '|  | list_name | name | label::Français (fr) | label::English (en) |',
    ...choices.map((one) => `|  | ${one} |`),
    '| settings |',
    '|  | form_title | form_id | version | default_language |',
    `|  | Fiche | bench_${questions} | 1 | Français (fr) |`,
    '',
  ].join('\n')
  const converted = convertForm(readMarkdown(text), 'bench')
  if (!converted.ok) throw new Error(JSON.stringify(converted.problems.slice(0, 3)))
  return converted.xform
}

interface Times {
  readonly openMs: number
  readonly echoMs: number
}
const SIZES = [30, 120, 480] as const
const LETTERS = 'Puits du haut n 4'

async function measureOurs(page: Page, xform: string, n: number): Promise<Times> {
  const openMs: number = await page.evaluate(`globalThis.openForm(${JSON.stringify(xform)}, ${n})`)
  await page.locator('input').first().focus()
  for (const letter of LETTERS) {
    await page.keyboard.type(letter)
    await page.waitForTimeout(80)
  }
  return { openMs, echoMs: await echo(page) }
}
async function measurePeer(page: Page, xform: string): Promise<Times> {
  const openMs: number = await page.evaluate(`globalThis.openForm(${JSON.stringify(xform)})`)
  for (let at = 1; at <= LETTERS.length; at++) await page.evaluate(`globalThis.type(${JSON.stringify(LETTERS.slice(0, at))})`)
  return { openMs, echoMs: await echo(page) }
}
async function echo(page: Page): Promise<number> {
  const echoes: number[] = await page.evaluate('globalThis.echoes')
  await page.evaluate('globalThis.closeForm()')
  // The worst but one: what a person feels, without the one time that the machine did something else.
  return echoes.toSorted((a, b) => b - a)[1] ?? 0
}

const RUNS = 3
async function timesOf(
  script: string,
  measure: (page: Page, xform: string, n: number) => Promise<Times>,
): Promise<ReadonlyMap<number, Times>> {
  const built = await bundle(script)
  try {
    // Sizes in turn, so that what else the machine does falls on all of them alike; the first round warms it.
    const runs = new Map<number, Times[]>(SIZES.map((size) => [size, []]))
    for (let n = 0; n <= RUNS; n++)
      for (const size of SIZES) {
        const times = await onSlowPage(built, 'openForm', (page) => measure(page, longForm(size), n))
        if (n > 0) runs.get(size)?.push(times)
      }
    const all = new Map<number, Times>()
    for (const [size, of] of runs)
      all.set(size, { openMs: median(of.map((one) => one.openMs)), echoMs: median(of.map((one) => one.echoMs)) })
    return all
  } finally {
    built.remove()
  }
}

let measured: Promise<{ readonly ours: ReadonlyMap<number, Times>; readonly peer: ReadonlyMap<number, Times> }> | undefined
const both = () => (measured ??= (async () => ({ ours: await timesOf(OURS, measureOurs), peer: await timesOf(PEER, measurePeer) }))())

const benchmark = (size: number, name: string, of: (times: Times) => number): Benchmark => ({
  name: `${name}-${size}`,
  about: `${name} with ${size} questions, processor slowed four times`,
  measure: async () => {
    const { ours, peer } = await both()
    const [own, other] = [ours.get(size), peer.get(size)]
    if (!own || !other) throw new Error(`${size} questions were not measured`)
    return { ours: of(own), peer: of(other), peerName: '@getodk/xforms-engine 0.22.0, without a screen', unit: 'ms', runs: RUNS }
  },
})
export const longFormBenchmarks: readonly Benchmark[] = SIZES.flatMap((size) => [
  benchmark(size, 'field-form-open', (times) => times.openMs),
  benchmark(size, 'field-form-echo', (times) => times.echoMs),
])
