/* The versions of a form, newest first; pressing one shows it below. */
import { Button } from '../../../app/kit/button.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { FormVersionBrief } from '../domain/answers.ts'

interface VersionTableProps {
  readonly versions: readonly FormVersionBrief[]
  readonly chosen: string
  readonly choose: (version: string) => void
}
export function VersionTable({ versions, chosen, choose }: VersionTableProps) {
  const { t } = useWords()
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="unseen">{t('forms.versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('forms.version')}</th>
            <th scope="col">{t('forms.published')}</th>
            <th scope="col">{t('forms.note')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one, index) => (
            <tr key={one.version}>
              <td>
                <Button
                  kind={one.version === chosen ? 'primary' : 'plain'}
                  aria-pressed={one.version === chosen}
                  onClick={() => choose(one.version)}
                >
                  {one.version}
                </Button>{' '}
                <span className="small">{t(index === 0 ? 'forms.current' : 'forms.older')}</span>
              </td>
              <td>
                <InstantText at={one.publishedAt} />
              </td>
              <td>{one.note ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
