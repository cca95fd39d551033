/* What is public of this site and what is not, line by line: said on the page, so that nobody writes here what they believe to be private. */
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords, type WordKey } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

type Row = readonly [what: WordKey, you: WordKey, accounts: WordKey, everyone: WordKey]
const rowsFor = (exact: boolean): readonly Row[] => [
  ['public.row.name', 'public.yes', 'public.yes', 'public.yes'],
  ['public.row.place', 'public.yes', 'public.yes', 'public.yes'],
  ['public.row.status', 'public.yes', 'public.yes', 'public.yes'],
  ['public.row.visit', 'public.yes', 'public.yes', 'public.yes'],
  ['public.row.position', exact ? 'public.exact' : 'public.coarse', 'public.cleared', 'public.never'],
  ['public.row.icglr', exact ? 'public.yes' : 'public.short', 'public.short.cleared', 'public.never'],
  ['public.row.findings', 'public.yes', 'public.yes', 'public.never'],
  ['public.row.documents', exact ? 'public.yes' : 'public.no', 'public.cleared.only', 'public.never'],
  ['public.row.people', 'public.never', 'public.never', 'public.never'],
]

export function AudiencePanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const heads = ['public.what', 'public.you', 'public.accounts', 'public.everyone'] as const
  return (
    <div id="audience" className="no-print">
      <Panel title={t('public.title')}>
        <div className="table-wrap">
          <table className="table cards">
            <caption className="unseen">{t('public.title')}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsFor(site.positionPrecision === 'exact').map((row) => (
                <tr key={row[0]}>
                  {row.map((word, at) => (
                    <td key={heads[at]} data-label={t(heads[at] ?? 'public.what')}>
                      <span>{t(word)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="row tight">
          <a href={`/site/${site.id}`}>{t('public.page')}</a>
          <a href="/register">{t('public.register')}</a>
        </p>
      </Panel>
    </div>
  )
}
