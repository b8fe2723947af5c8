import { FunderSchema } from '#database/schema'

/** Who pays the federation under a convention. */
export default class Funder extends FunderSchema {}
