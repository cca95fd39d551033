import { expect, test } from 'vitest'
import type { Keep } from '../../../app/device.ts'
import { keptDrafts } from './kept-drafts.ts'

const keepOf = (texts: { readonly [key: string]: string }): Keep => ({
  getItem: (key) => texts[key] ?? null,
  setItem: () => undefined,
  removeItem: () => undefined,
  keys: () => Object.keys(texts),
})

test('forms and answers that were begun are found, the newest first, with nothing of what was answered', () => {
  const drafts = keptDrafts(
    keepOf({
      'chanzo.form.insp-1.mines.inspection_annual.3': JSON.stringify({ xml: '<secret/>', at: '/a', savedAt: '2026-11-20T08:00:00Z' }),
      'chanzo.form.insp-2.un.inspection_annual.3': JSON.stringify({ xml: '<secret/>', at: '/a', savedAt: '2026-11-21T08:00:00Z' }),
      'chanzo.inspection.insp-3': JSON.stringify({ by: 'mines', answers: { R1: { answer: 'no' } }, dissents: [] }),
      'chanzo.inspection-page.insp-1': '{}',
      'chanzo.kept.a.order~2': '{}',
    }),
  )
  expect(drafts.map(({ inspection, kind, form }) => [inspection, kind, form])).toEqual([
    ['insp-2', 'form', 'inspection_annual · 3'],
    ['insp-1', 'form', 'inspection_annual · 3'],
    ['insp-3', 'answers', null],
    ['', 'other', null],
  ])
  expect(JSON.stringify(drafts)).not.toContain('secret')
})

test('an empty answer sheet is no draft, a dissent alone is one, and damaged text hurts nobody', () => {
  const inspections = keptDrafts(
    keepOf({
      'chanzo.inspection.empty': JSON.stringify({ by: '', answers: {}, dissents: [] }),
      'chanzo.inspection.dissent': JSON.stringify({ by: '', answers: {}, dissents: [{ by: 'un', criterion: 'R1', reason: 'x' }] }),
      'chanzo.inspection.damaged': '{',
      'chanzo.form.insp.mines.form.1': 'not json',
      'chanzo.form.cut': '{}',
    }),
  )
  expect(inspections.map(({ inspection, savedAt }) => [inspection, savedAt])).toEqual([
    ['dissent', null],
    ['insp', null],
  ])
})

test('another entry that was begun leads to where it is gone on with', () => {
  const drafts = keptDrafts(
    keepOf({
      'chanzo.kept.a.new-site': '{}',
      'chanzo.kept.a.mission-plan:s-1,s-2': '{}',
      'chanzo.kept.a.blue-request:s-3': '{}',
      'chanzo.order-draft:o-1': '{}',
      'chanzo.order-draft.new': 'o-2',
    }),
  )
  expect(drafts.map(({ kind, to }) => [kind, to])).toEqual([
    ['other', '/sites/new'],
    ['other', '/missions/new'],
    ['other', '/sites/s-3'],
    ['other', '/orders/drafts/o-1'],
  ])
  expect(drafts[1]?.search).toEqual({ sites: 's-1,s-2' })
})
