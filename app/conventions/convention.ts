import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { ConventionSchema } from '#database/schema'
import FeeSchedule from '#app/conventions/fees/fee_schedule'
import Funder from '#app/conventions/funder'

/** A signed agreement with one funder: validity, scope, rules, money. */
export default class Convention extends ConventionSchema {
  @belongsTo(() => Funder)
  declare funder: BelongsTo<typeof Funder>

  @hasMany(() => FeeSchedule)
  declare feeSchedules: HasMany<typeof FeeSchedule>
}
