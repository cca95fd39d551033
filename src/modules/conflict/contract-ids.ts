/* Numbers by which the areas of the conflict map name each other's things; made by the device that first writes one. */
import { type Id, id } from '../../kernel/schema.ts'

/** A conflict sheet: what is known of the conflict at one site or in one zone, version after version. */
export const SheetId = id('conflict-sheet')
export type SheetId = Id<'conflict-sheet'>
/** A group, a body or a network that acts in conflicts; never a person. */
export const ActorId = id('conflict-actor')
export type ActorId = Id<'conflict-actor'>
/** A mapping workshop: two days in one zone. */
export const WorkshopId = id('workshop')
export type WorkshopId = Id<'workshop'>
export const TreeId = id('problem-tree')
export type TreeId = Id<'problem-tree'>
export const RoadId = id('road')
export type RoadId = Id<'road'>
export const RoadblockId = id('roadblock')
export type RoadblockId = Id<'roadblock'>
export const WarningId = id('warning')
export type WarningId = Id<'warning'>
export const RoadmapItemId = id('roadmap-item')
export type RoadmapItemId = Id<'roadmap-item'>
export const DialogueId = id('dialogue')
export type DialogueId = Id<'dialogue'>
