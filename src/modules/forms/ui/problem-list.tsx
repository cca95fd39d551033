/* What is wrong in a workbook, by sheet and row, each with what to do. */
import { useWords, wordOr } from '../../../app/words.ts'
import type { ProblemAnswer } from '../domain/answers.ts'

export function ProblemList({ problems, caption }: { readonly problems: readonly ProblemAnswer[]; readonly caption: string }) {
  const { t } = useWords()
  return (
    <div className="table-wrap">
      <table className="table cards" role="table">
        <caption className="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('forms.problem.sheet')}
            </th>
            <th scope="col" role="columnheader" className="n">
              {t('forms.problem.row')}
            </th>
            <th scope="col" role="columnheader">
              {t('forms.problem.column')}
            </th>
            <th scope="col" role="columnheader">
              {t('forms.problem.what')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {problems.map((problem) => (
            <tr role="row" key={`${problem.sheet} ${problem.row} ${problem.column} ${problem.code} ${JSON.stringify(problem.facts)}`}>
              <td role="cell" data-label={t('forms.problem.sheet')}>
                <span>{problem.sheet}</span>
              </td>
              <td role="cell" className="n" data-label={t('forms.problem.row')}>
                <span>{problem.row}</span>
              </td>
              <td role="cell" data-label={t('forms.problem.column')}>
                <span>{problem.column}</span>
              </td>
              <td role="cell" data-label={t('forms.problem.what')}>
                <span>{wordOr(`forms.problem.${problem.code}`, problem.code, problem.facts)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
