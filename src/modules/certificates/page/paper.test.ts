import { expect, test } from 'vitest'
import { type Paper, paperPage } from './paper.ts'

const paper = (checks: { readonly openChecks: readonly number[]; readonly judgedChecks: readonly number[] }): Paper => ({
  issued: {
    ...{ number: 'CD-2026-000002', status: 'valid', verifiedOn: '2026-11-20', issuedOn: '2026-11-21', expiresOn: '2026-12-20' },
    ...{ code: 'ASM1:TEST', qrSvg: '<svg/>', linkSvg: '<svg/>', link: 'https://chanzo.example/certificate/CD-2026-000002' },
    ...{ codeHash: new Uint8Array(32), names: null, confirms: null, ledger: null, verifyUrl: 'https://chanzo.example/verify' },
    ...{ replaces: null, ...checks },
  },
  ...{ country: 'CD', authority: 'CEEC', exporterName: 'Comptoir Nyota', lotNumber: 'EXP-2026-0002', mineralCode: '2609.00.00' },
  ...{ massGrams: 84_100, origin: ['CD'], sites: [], tagCount: 2 },
  terms: {
    ...{ importer: { name: 'Example Smelting NV', country: 'BE' }, grade: '65,4 % Sn', origin: ['CD'] },
    ...{ customsValueUsdCents: 184_500, plannedShipmentOn: '2026-11-29' },
  },
})
const linesOf = (checks: Parameters<typeof paper>[0]) =>
  paperPage(paper(checks), 'fr')
    .html.replaceAll(/<[^>]+>/g, '')
    .split('\n')
const lineOf = (lines: readonly string[], word: string) => lines.find((one) => one.includes(word)) ?? ''

test('the sheet names the checks that were judged beside those that nobody could make, in both languages', () => {
  const lines = linesOf({ openChecks: [6], judgedChecks: [7, 8] })
  expect(lineOf(lines, 'personne n’a pu faire')).toMatch(/ 6 · .* \/ 6 · /)
  expect(lineOf(lines, 'jugés par le bureau')).toMatch(/ 7 · .*; 8 · .* \/ 7 · .*; 8 · /)
  expect(lineOf(linesOf({ openChecks: [], judgedChecks: [] }), 'jugés par le bureau')).toMatch(/aucun/)
})
