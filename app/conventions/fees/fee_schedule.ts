import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { FeeScheduleSchema } from '#database/schema'
import Fee from '#app/conventions/fees/fee'

/** A version of a convention's prices over [startsOn, endsOn). */
export default class FeeSchedule extends FeeScheduleSchema {
  @hasMany(() => Fee)
  declare fees: HasMany<typeof Fee>

  get isLive(): boolean {
    return this.supersededAt === null
  }
}
