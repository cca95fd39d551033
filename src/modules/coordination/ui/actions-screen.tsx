/* Actions of committees, overdue first: all of them, or those that the own body owes; a seat reports here, with the paper that shows it. */
import { useAnswer } from '../../../app/ask.ts'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'
import { ActionStatus, type Actions } from '../contract.ts'
import { ActionTable } from './action-table.tsx'

export const AllActionsScreen = () => <ActionsScreen path="/api/coordination/actions" isMine={false} />
export const MyActionsScreen = () => <ActionsScreen path="/api/coordination/my-actions" isMine />

function ActionsScreen({ path, isMine }: { readonly path: string; readonly isMine: boolean }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<Actions>(path)
  const { status = '', at = '' } = url
  const rows = (data?.actions ?? []).filter((one) => (status === '' || one.status === status) && (at === '' || one.escalation?.at === at))
  const any = { value: '', label: t('actions.any') }
  return (
    <Page title={t(isMine ? 'actions.mine' : 'actions.title')} under={t('actions.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <div className="toolbar">
            <SelectField
              label={t('actions.status')}
              value={status}
              options={[any, ...ActionStatus.options.map((value) => ({ value: String(value), label: t(`action.status.${value}`) }))]}
              onValue={(to) => change({ status: to })}
            />
            <SelectField
              label={t('actions.where')}
              value={at}
              options={[
                any,
                { value: 'CPS', label: t('committee.level.CPS') },
                { value: 'CTS', label: t('committee.level.CTS') },
                { value: 'ministry', label: t('actions.at.ministry') },
              ]}
              onValue={(to) => change({ at: to })}
            />
          </div>
          <ActionTable rows={rows} keeps={data.keeps} rules={data.rules} again={again} />
        </Panel>
      )}
    </Page>
  )
}
