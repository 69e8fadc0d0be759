/** JSON as text and back: maps, lists, texts, numbers and truth values, nothing bound to classes. */
@NullMarked
package org.uphold.json;

import org.jspecify.annotations.NullMarked;
