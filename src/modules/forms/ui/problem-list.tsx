/* What is wrong in a workbook, by sheet and row, each with what to do. */
import { useWords, wordOr } from '../../../app/words.ts'
import type { ProblemAnswer } from '../domain/answers.ts'

export function ProblemList({ problems, caption }: { readonly problems: readonly ProblemAnswer[]; readonly caption: string }) {
  const { t } = useWords()
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('forms.problem.sheet')}</th>
            <th scope="col" className="number">
              {t('forms.problem.row')}
            </th>
            <th scope="col">{t('forms.problem.column')}</th>
            <th scope="col">{t('forms.problem.what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.sheet} ${problem.row} ${problem.column} ${problem.code} ${JSON.stringify(problem.facts)}`}>
              <td>{problem.sheet}</td>
              <td className="number">{problem.row}</td>
              <td>{problem.column}</td>
              <td>{wordOr(`forms.problem.${problem.code}`, problem.code, problem.facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
