import { testPrograms } from "./valid.js";

testPrograms("aws");
