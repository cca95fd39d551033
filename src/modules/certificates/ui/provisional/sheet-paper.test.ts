import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SheetPaper } from './sheet-paper.tsx'
import type { Sheet } from './sheets.ts'

const facts = {
  ...{ issuer: 'CD-CEEC', number: 'CD-2026-000101', lotNumber: 'EXP-2026-0002', exporter: 'Comptoir Nyota', mineral: '2609.00.00' },
  ...{ massGrams: 84_100, grade: '65,4 % Sn', origin: ['CD'], tagCount: 2, issuedOn: '2026-11-22', expiresOn: '2026-12-06' },
  ...{ sites: ['CD--2.5123+21.4411-00001', 'CD-SK-2'], siteCount: 3, statusList: { url: 'https://chanzo.example/list', index: 41 } },
}
const data = { code: 'ASM1:TEST', facts, terms: null }
const sheet: Sheet = {
  ...{ number: facts.number, block: 'b', state: 'ready' as const, lotNumber: facts.lotNumber, exporterName: facts.exporter },
  ...{ massGrams: facts.massGrams, issuedOn: facts.issuedOn, refusal: null, data },
}

test('no position stands on the provisional sheet: country and number, as on the definitive one', () => {
  const shown = renderToStaticMarkup(createElement(SheetPaper, { sheet, data, office: 'CEEC Bukavu' }))
  expect(shown).toContain('CD-…-00001, CD-SK-2 (+ 1)')
  expect(shown).not.toContain('2.5123')
})
