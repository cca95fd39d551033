/*
The bodies that may sit in a joint team, how they sit in it, and the kinds of mission. Plain words without schemas, so that the form of a team offers the
same list that the server accepts.
*/
const services = ['mines-administration', 'provincial-ministry', 'saemape', 'ceec', 'cami', 'mines-police', 'ctcpm'] as const

export const memberBodies = [...services, 'civil-society', 'fec', 'iom', 'bgr', 'monusco', 'unicef', 'scheme-operator', 'other'] as const

/** Services of the State, one of which must sign (D). */
export const stateServices: readonly (typeof memberBodies)[number][] = services

export const missionKindNames = ['joint_validation', 'follow_up', 'annual', 'audit', 'conflict_mapping'] as const
export const attendances = ['required', 'optional', 'observer'] as const
