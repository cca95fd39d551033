/*
Codes of the groups at the desk: one to show, one to print, one to draw anew where it went further than its table; and the telephones of each, to be released one by one. A
telephone says its number on its own page.
*/
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { GroupCode, type Hall, codeInHalves } from './hall-door.tsx'
import type { TabProps } from './tab-props.ts'

type Props = Pick<TabProps, 'again' | 'mayRun' | 'data'> & { readonly hall: Hall }

export function HallGroups({ data, hall, again, mayRun }: Props) {
  const { t } = useWords()
  const at = `/api/conflict/workshops/${data.id}`
  return (
    <>
      <ul className="plain-list workshop-codes">
        {hall.groups.map((group) => {
          const name = data.convened.groups[group.group - 1] ?? ''
          return (
            <li key={group.group}>
              <h3>{name}</h3>
              <p>
                {t('workshop.code')} <b className="workshop-code-small">{codeInHalves(group.code)}</b>
              </p>
              <details className="workshop-details">
                <summary>{t('workshop.code.show')}</summary>
                <GroupCode hall={hall} group={group} name={name} />
              </details>
              {group.telephones.length === 0 && <p className="small">{t('workshop.telephones.none')}</p>}
              {group.telephones.length > 0 && (
                <ul className="plain-list row tight">
                  {group.telephones.map((telephone) => (
                    <li key={telephone}>
                      {mayRun ? (
                        <ActDialog
                          kind="plain"
                          title={t('workshop.release', { telephone })}
                          explain={t('workshop.release.explain', { telephone, name })}
                          go={t('workshop.release.go')}
                          path={`${at}/telephone-releases`}
                          data={{ telephone }}
                          onDone={again}
                        >
                          {null}
                        </ActDialog>
                      ) : (
                        t('workshop.telephone.n', { telephone })
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {mayRun && (
                <ActDialog
                  kind="plain"
                  title={t('workshop.renew')}
                  explain={t('workshop.renew.explain', { name, n: group.telephones.length })}
                  go={t('workshop.renew')}
                  path={`${at}/code-renewals`}
                  data={{ group: group.group }}
                  onDone={again}
                >
                  {null}
                </ActDialog>
              )}
            </li>
          )
        })}
      </ul>
      <Source>{t('workshop.door.source')}</Source>
    </>
  )
}

/** A card for each table: cut out, laid down. It names the group and opens the hall for it alone. */
export function CodeCards({ data, hall, back }: Pick<Props, 'data' | 'hall'> & { readonly back: () => void }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <div className="row tight no-print">
        <Button onClick={back}>{t('workshop.codes.back')}</Button>
        <Button kind="primary" onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      </div>
      <ul className="plain-list workshop-code-cards">
        {hall.groups.map((group) => {
          const name = data.convened.groups[group.group - 1] ?? ''
          return (
            <li key={group.group}>
              <span className="small">{data.convened.title}</span>
              <strong>{name}</strong>
              <GroupCode hall={hall} group={group} name={name} size={190} />
              <span className="small">{t('workshop.codes.on-card')}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
