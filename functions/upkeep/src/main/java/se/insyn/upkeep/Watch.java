package se.insyn.upkeep;

/** Something that is looked at every minute, whatever else there is to do; an alarm hears of it. */
interface Watch {

  void look();
}
