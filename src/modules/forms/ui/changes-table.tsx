/* What differs between two versions, question by question. */
import { useWords, wordOr } from '../../../app/words.ts'
import type { SheetChange } from '../domain/compare-sheets.ts'

export function ChangesTable({ changes }: { readonly changes: readonly SheetChange[] }) {
  const { t } = useWords()
  const shown = changes.filter((change) => !(change.sheet === 'settings' && change.column === 'version'))
  if (shown.length === 0) return <p>{t('forms.compare.same')}</p>
  return (
    <div className="table-wrap">
      <table className="table forms-changes">
        <thead>
          <tr>
            <th scope="col">{t('forms.change.where')}</th>
            <th scope="col">{t('forms.change.what')}</th>
            <th scope="col">{t('forms.change.before')}</th>
            <th scope="col">{t('forms.change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => (
            <tr key={`${change.sheet} ${change.where} ${change.kind} ${change.column}`}>
              <th scope="row">
                <code>{change.where}</code>
                <div className="small">{t(`forms.sheet.${change.sheet}`)}</div>
              </th>
              <td>
                {change.kind === 'changed' ? change.column : wordOr(`forms.change.${change.kind}`, change.kind, { next: change.after })}
              </td>
              <td>{change.before !== '' && <del>{change.before}</del>}</td>
              <td>{change.kind !== 'moved' && change.after !== '' && <ins>{change.after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
