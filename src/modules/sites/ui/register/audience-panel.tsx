/* What is public of this site and what is not, line by line: said on the page, so that nobody writes here what they believe to be private. */
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

/** The link at the head of the page leads here and opens it. */
export function openAudience(): void {
  document.querySelector('#audience')?.setAttribute('open', '')
}

export function AudiencePanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  const heads = ['public.what', 'public.you', 'public.accounts', 'public.everyone'] as const
  return (
    <details id="audience" className="panel fold no-print">
      <summary>{t('public.title')}</summary>
      <div className="stack">
        <div className="table-wrap">
          <table className="table cards dense">
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
      </div>
    </details>
  )
}
