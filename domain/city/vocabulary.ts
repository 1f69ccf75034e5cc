import { z } from 'zod'

/** 诉求类型; real centres agree on these seven. */
export const RequestType = z.enum(['consult', 'help', 'complaint', 'report', 'suggestion', 'praise', 'other'])
export type RequestType = z.infer<typeof RequestType>

/** 复杂程度: a property of the scene, overridable on an order with a reason. */
export const Kind = z.enum(['general', 'complex', 'urgent'])
export type Kind = z.infer<typeof Kind>

/** 受理渠道 */
export const Channel = z.enum([
  'phone',
  'voice-bot',
  'sms',
  'wechat',
  'mini-program',
  'app',
  'web',
  'mail',
  'leader-box',
  'grid-report',
  'transfer-110',
  'upstream',
  'media',
  'walk-in',
  'callback',
])
export type Channel = z.infer<typeof Channel>

/** 紧急程度 */
export const Urgency = z.enum(['normal', 'urgent', 'critical'])
export type Urgency = z.infer<typeof Urgency>

/** 是否保密: what is kept from everyone outside the hotline. */
export const Confidential = z.enum(['none', 'name', 'contact', 'all'])
export type Confidential = z.infer<typeof Confidential>

/** 诉求主体 */
export const AppellantType = z.enum(['person', 'enterprise', 'organisation'])
export type AppellantType = z.infer<typeof AppellantType>

/** 地点类型: where it is, in the sense that decides whose duty it is (domain.md §5.2). */
export const PlaceType = z.enum([
  'residential-area',
  'road',
  'river',
  'site',
  'shop',
  'market',
  'school',
  'park',
  'village',
  'other',
])
export type PlaceType = z.infer<typeof PlaceType>

/** 权属: whose the thing is; `unknown` is a finding too: the ownerless cover is made safe first and billed later. */
export const Ownership = z.enum(['municipal', 'community', 'village', 'private', 'enterprise', 'unknown'])
export type Ownership = z.infer<typeof Ownership>

/** 被反映对象类型; `unit` is a public body. */
export const RespondentType = z.enum([
  'property-company',
  'developer',
  'builder',
  'shop',
  'platform',
  'employer',
  'school',
  'hospital',
  'public-enterprise',
  'unit',
  'person',
  'other',
])
export type RespondentType = z.infer<typeof RespondentType>

/** 派单方式: to a unit by the usual way, straight to the grid worker, or to a standing crew. */
export const RuleHandling = z.enum(['dispatch', 'grid', 'crew'])
export type RuleHandling = z.infer<typeof RuleHandling>

/** What a rule of the catalogue may ask of a matter, in the order in which people ask it (domain.md §5.1). */
export const RuleCondition = z.enum([
  'category',
  'region',
  'requestType',
  'kind',
  'placeType',
  'ownership',
  'respondentType',
  'timeOfDay',
  'season',
  'keywords',
  'tags',
])
export type RuleCondition = z.infer<typeof RuleCondition>

export const Light = z.enum(['green', 'yellow', 'red'])
export type Light = z.infer<typeof Light>

/** Roles of the chain; what each may do is a row per endpoint in contract/rights.ts. */
export const Role = z.enum([
  'agent',
  'shift-lead',
  'reviewer',
  'dispatcher',
  'dispatch-lead',
  'liaison',
  'unit-leader',
  'grid-worker',
  'crew',
  'supervisor',
  'callback-agent',
  'quality-checker',
  'knowledge-keeper',
  'analyst',
  'leader',
  'administrator',
])
export type Role = z.infer<typeof Role>

export const UnitType = z.enum([
  'hotline',
  'department',
  'district',
  'town',
  'community',
  'public-enterprise',
  'vertical',
])
export type UnitType = z.infer<typeof UnitType>

export const RegionLevel = z.enum(['city', 'district', 'town', 'community', 'grid'])
export type RegionLevel = z.infer<typeof RegionLevel>

/** C1 dispatch, C2 sign, C3 contact, C4 on site, C5 answer, C6 reply review, C7 callback, C8 rework, C9 return, C10 extension, C11 adjudication. */
export const ClockCode = z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11'])
export type ClockCode = z.infer<typeof ClockCode>
