import { FeeSchema } from '#database/schema'

/** One service's price in a version of the barème. */
export default class Fee extends FeeSchema {}
