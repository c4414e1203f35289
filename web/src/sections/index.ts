import { attribution } from "./attribution";
import { conditions } from "./conditions";
import { confusion } from "./confusion";
import { curves } from "./curves";
import { dependence } from "./dependence";
import { errors } from "./errors";
import { groups } from "./groups";
import { importance } from "./importance";
import { overall } from "./overall";
import type { Section } from "./section";
import { whatif } from "./whatif";

/** The sections that have charts; the others are plain HTML. */
export const sections: Section[] = [conditions, overall, groups, confusion, errors, curves, importance, attribution, dependence, whatif];
