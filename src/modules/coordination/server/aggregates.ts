/* Kinds of event of coordination, as the log knows them. */
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { type ActionCommand, type ActionContext, type ActionEvent, type MaybeAction, actionDecider, actionKinds } from '../domain/action.ts'
import {
  type CommitteeCommand,
  type CommitteeContext,
  type CommitteeEvent,
  type MaybeCommittee,
  committeeDecider,
  committeeKinds,
} from '../domain/committee.ts'
import { type Fund, type FundCommand, type FundContext, type FundEvent, fundDecider, fundKinds } from '../domain/fund.ts'
import { type MaybeMeeting, type MeetingCommand, type MeetingContext, meetingDecider } from '../domain/meeting.ts'
import { type MeetingEvent, meetingKinds } from '../domain/meeting-events.ts'
import {
  type MaybePromise,
  type PromiseCommand,
  type PromiseContext,
  type PromiseEvent,
  promiseDecider,
  promiseKinds,
} from '../domain/promise.ts'

export const committeeAggregate: Aggregate<MaybeCommittee, CommitteeCommand, CommitteeEvent, CommitteeContext> = {
  ...{ name: 'committee', decider: committeeDecider, kinds: committeeKinds },
}
export const meetingAggregate: Aggregate<MaybeMeeting, MeetingCommand, MeetingEvent, MeetingContext> = {
  ...{ name: 'committee-meeting', decider: meetingDecider, kinds: meetingKinds },
}
export const actionAggregate: Aggregate<MaybeAction, ActionCommand, ActionEvent, ActionContext> = {
  ...{ name: 'committee-action', decider: actionDecider, kinds: actionKinds },
}
export const fundAggregate: Aggregate<Fund, FundCommand, FundEvent, FundContext> = {
  ...{ name: 'committee-fund', decider: fundDecider, kinds: fundKinds },
}
export const promiseAggregate: Aggregate<MaybePromise, PromiseCommand, PromiseEvent, PromiseContext> = {
  ...{ name: 'committee-promise', decider: promiseDecider, kinds: promiseKinds },
}
