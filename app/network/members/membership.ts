import { MembershipSchema } from '#database/schema'

/** The days [startsOn, endsOn) during which an association belongs to the network. */
export default class Membership extends MembershipSchema {}
