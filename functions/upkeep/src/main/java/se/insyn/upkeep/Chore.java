package se.insyn.upkeep;

/** How one kind of tasks is done. Every step may come twice: a call can end anywhere. */
interface Chore {

  /** What the keys of its tasks begin with. */
  String kind();

  /** Sees to it that its task is there, where it is one that is never done. */
  default void stand() {}

  /** Does it and takes the task away; what it throws lets the task be tried again later. */
  void perform(Task task);
}
