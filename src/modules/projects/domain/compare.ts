/* Two frozen reports of one project beside each other: every indicator of either, every text that differs. */
import type { Comparison, DonorReportDocument, ReportIndicator } from '../contract-reports.ts'

export function compareReports(before: DonorReportDocument, after: DonorReportDocument): Pick<Comparison, 'indicators' | 'texts'> {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const indicators = [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    const one = is ?? was
    if (one === undefined) return []
    const { code, statement, unit } = one
    return [
      {
        code,
        statement,
        unit,
        before: was?.cumulative ?? null,
        after: is?.cumulative ?? null,
        late: is?.late ?? [],
        restated: (is?.restated.length ?? 0) > 0,
      },
    ]
  })
  const [saidBefore, saidAfter] = [textsOf(before), textsOf(after)]
  const texts = [...new Set([...saidBefore.keys(), ...saidAfter.keys()])].flatMap((key) => {
    const [was, is] = [saidBefore.get(key), saidAfter.get(key)]
    if (was?.text === is?.text) return []
    return [{ key, title: is?.title ?? was?.title ?? key, before: was?.text ?? null, after: is?.text ?? null }]
  })
  return { indicators, texts }
}
const rowsOf = ({ results }: DonorReportDocument): ReadonlyMap<string, ReportIndicator> =>
  new Map(results.flatMap(({ indicators }) => indicators.map((one) => [one.indicator, one] as const)))
interface Written {
  readonly title: string
  readonly text: string | null
}
const textsOf = ({ results, texts }: DonorReportDocument): ReadonlyMap<string, Written> =>
  new Map<string, Written>([
    ...results.map(({ code, statement, narrative }) => [`result:${code}`, { title: `${code} ${statement.fr}`, text: narrative }] as const),
    ...results.flatMap(({ indicators }) =>
      indicators.map(({ code, statement, reason }) => [`variance:${code}`, { title: `${code} ${statement.fr}`, text: reason }] as const),
    ),
    ...texts.map(({ section, text }) => [section, { title: section, text }] as const),
  ])
