/* A team that could not reach the site says so and is done: it is never made to invent workers, children or criteria that it did not see. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { prepareForm } from '../../domain/prepare.ts'
import { readForm } from '../../domain/run/form-definition.ts'
import { answer, startRun } from '../../domain/run/form-run.ts'
import { violationsOf, writeRecord } from '../../domain/run/record.ts'
import { nodeBelow } from '../../domain/run/tree.ts'
import { readMarkdown } from '../../domain/xlsform/markdown.ts'
import { readXml } from './read-xml.ts'

const own = readMarkdown(readFileSync(new URL('../../content/inspection-cd.md', import.meta.url), 'utf8'))

test('the form of the joint mission asks nothing of a site that was not reached but where it is said to be', () => {
  const prepared = prepareForm(own)
  const now = { today: '2026-11-21', now: '2026-11-21T10:00:00.000+02:00', deviceId: 'chanzo', newId: () => 'id' }
  const run = startRun(readForm(readXml(prepared.ok ? prepared.prepared.xform : '')), now)
  const say = (path: string, value: string): void => {
    const node = nodeBelow(run.root, `/data/${path}`)
    if (node) answer(run, node, value)
  }
  say('ident/visit_date', '2026-11-20')
  say('ident/on_site', 'no')
  say('ident/no_visit_reason', 'security')
  expect(violationsOf(run).map((one) => one.reference)).toEqual([
    '/data/team[1]/member_body',
    '/data/site/site_name',
    '/data/place/province',
    '/data/place/territory',
  ])
  expect(writeRecord(run, now.now)).not.toMatch(/<(R1|children_under15|workers_men|armed_presence)\b/)
  say('ident/on_site', 'yes')
  expect(violationsOf(run).length).toBeGreaterThan(25)
})
