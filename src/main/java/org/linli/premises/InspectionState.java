package org.linli.premises;

/** Where a check of premises stands. */
enum InspectionState {
    /** Somebody is to go there (任务). */
    PLANNED,
    /** Gone through, and nothing was wrong. */
    CLEAR,
    /** Something was wrong, and has not yet been seen to be mended (隐患). */
    FAULTY,
    /** Another person has seen every fault mended (复查). */
    MENDED,
    /** Nobody goes there after all. */
    CANCELLED
}
