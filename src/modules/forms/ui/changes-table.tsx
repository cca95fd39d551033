/* What differs between two versions, question by question. */
import { useWords, wordOr } from '../../../app/words.ts'
import type { SheetChange } from '../domain/compare-sheets.ts'

export function ChangesTable({ changes }: { readonly changes: readonly SheetChange[] }) {
  const { t } = useWords()
  const shown = changes.filter((change) => !(change.sheet === 'settings' && change.column === 'version'))
  if (shown.length === 0) return <p>{t('forms.compare.same')}</p>
  return (
    <div className="table-wrap">
      <table className="table cards forms-changes" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {(['where', 'what', 'before', 'after'] as const).map((part) => (
              <th key={part} scope="col" role="columnheader">
                {t(`forms.change.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((change) => (
            <tr role="row" key={`${change.sheet} ${change.where} ${change.kind} ${change.column}`}>
              <td role="cell" data-label={t('forms.change.where')}>
                <span>{`${change.where} (${t(`forms.sheet.${change.sheet}`)})`}</span>
              </td>
              <td role="cell" data-label={t('forms.change.what')}>
                <span>
                  {change.kind === 'changed' ? change.column : wordOr(`forms.change.${change.kind}`, change.kind, { next: change.after })}
                </span>
              </td>
              <td role="cell" data-label={t('forms.change.before')}>
                <span>{change.before !== '' && <del>{change.before}</del>}</span>
              </td>
              <td role="cell" data-label={t('forms.change.after')}>
                <span>{change.kind !== 'moved' && change.after !== '' && <ins>{change.after}</ins>}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
